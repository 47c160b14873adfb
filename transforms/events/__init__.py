"""Events told in a sentence: triggers, frames, roles and status."""
