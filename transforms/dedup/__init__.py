"""Which mentions tell the same event: block, compare, cluster, merge."""
