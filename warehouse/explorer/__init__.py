"""The web page that shows the timeline."""

from warehouse.explorer.explorer import write_page

__all__ = ["write_page"]
