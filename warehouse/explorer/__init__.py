"""The web page that shows the timeline."""
