//! What the curated schema is held against: documents, OpenAPI.
//!
//! Each source is read into [`facts`], the curated schema ([`curated`]) as well; [`diff`] compares two of them.

pub(crate) mod curated;
mod describe;
pub(crate) mod diff;
pub(crate) mod endpoints;
pub(crate) mod explained;
pub(crate) mod facts;
pub(crate) mod findings;
mod matching;
pub(crate) mod report;
