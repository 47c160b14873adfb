"""When two mentions are one event: block, compare, cluster, merge; see docs/dedup.md."""

from transforms.dedup.cluster import cluster_mentions
from transforms.dedup.duplicates import mark_duplicates
from transforms.dedup.merge import merge_events
from transforms.dedup.review import doubtful_pairs, explain_pair

__all__ = ["cluster_mentions", "doubtful_pairs", "explain_pair", "mark_duplicates", "merge_events"]
