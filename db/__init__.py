"""The registry: the ground on which everything else stands."""
