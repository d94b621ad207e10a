//! What is written by hand beside the generated types.

#[cfg(feature = "arbitrary")]
pub(crate) mod arbitrary;
mod arguments;
mod error;
#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "uuid")]
pub(crate) mod id;
mod message_type;
mod python;
mod reasoning;
#[cfg(feature = "schemars")]
pub(crate) mod schemars;
mod search;
mod text;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod timestamp;
mod tool_calls;
mod tool_returns;

pub use self::arguments::ArgumentsError;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
pub use self::timestamp::TimestampError;
