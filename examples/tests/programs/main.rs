//! The programs over loopback, as processes.

mod clients;
mod double;
mod proxy;
mod support;
mod token_spend;
