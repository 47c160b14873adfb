"""The web page that shows the timeline."""

from warehouse.explorer.explorer import write_page
from warehouse.explorer.site import write_site

__all__ = ["write_page", "write_site"]
