//! tolerant: to come.
