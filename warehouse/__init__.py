"""Where the timeline is kept and how it is read: Parquet, DuckDB, checks, exports, explorer."""
