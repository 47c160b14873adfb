"""When and where Daybook runs: Prefect flows and tasks, runners, settings, command line."""
