"""The console: pages for the administrator, made by the server."""
