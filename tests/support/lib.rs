//! What the tests share: payloads from files, the bundled schema as the judge of what they should
//! become, and a way to read any type by its name.
//!
//! The judge is independent of the crate's code: it walks a payload and the schema side by side and
//! knows the wire rules of the schema's dialect alone.

pub mod drift;
pub mod fixtures;
pub mod formats;
pub mod instances;
pub mod mutants;
pub mod operations;
pub mod recorded;
pub mod sample;
pub mod schema;
pub mod text;
pub mod types;

pub use self::{
    fixtures::Fixture,
    schema::{Json, Kind, Place, Schema, Shape},
    types::{Form, RoundTrip, read, round_trip},
};
