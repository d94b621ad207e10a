//! What the curated schema is held against: documents, OpenAPI.
//!
//! Each source is read into [`facts`], the curated schema ([`curated`]) as well; [`diff`] compares two of them.

pub(crate) mod curated;
pub(crate) mod facts;
