"""Pure steps from document to mentions to events; everything they need comes in as an argument."""
