"""The commands of `daybook`, by what they are about."""
