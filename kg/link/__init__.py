"""From mentions to entities, and from predicates to relations."""
