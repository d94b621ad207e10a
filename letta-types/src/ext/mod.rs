//! What is written by hand beside the generated types.

mod error;
#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "uuid")]
pub(crate) mod id;
mod python;
mod search;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod timestamp;
