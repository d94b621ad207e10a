//! Compiles the curated JSON Schema into the source of `letta-types`.
//!
//! A pure library: texts in, [`GeneratedFile`]s out. It reads no file, writes none and starts no
//! process; the same input gives the same bytes. What it can't honour is a [`Problem`] that names the file, the
//! JSON Pointer and the remedy; all that are found are reported together.
//!
//! The data goes through these phases once:
//!
//! | phase | module | from → to |
//! |---|---|---|
//! | load | [`load`] | texts → [`Schema`](schema::Schema), every key of the dialect read and every other refused |
//! | check | [`check`] | what no single definition can tell: references, tags, names, definitions that nothing uses |
//! | bundle | [`bundle`] | the files → one JSON Schema document |
//! | OpenAPI | [`openapi`] | the bundle and the operations → one OpenAPI document |
//! | lower | [`lower`] | objects → the draft-07 subset that typify takes without trouble |
//! | shapes | [`shapes`] | draft-07 → each field's Rust name and type, by typify (the only file that knows it) |
//! | model | [`model`] | schema and shapes → the [`Model`](model::Model) that is read-only from here on |
//! | emit | [`emit`] | a registry of passes, each of which writes the files of one concern |
//! | print | [`print`](mod@print) | token streams → text with the layout of hand-written code |

pub mod bundle;
pub mod check;
pub mod emit;
pub mod json;
pub mod load;
pub mod lower;
pub mod model;
pub mod names;
pub mod openapi;
pub mod print;
pub mod problem;
pub mod references;
pub mod schema;
pub mod shapes;

pub use self::{
    emit::{Counts, GeneratedFile, Generation},
    load::Source,
    problem::{Problem, Problems},
};

/// The files of the curated schema in the order of the modules.
pub const SOURCES: [&str; 8] = [
    "common.json",
    "steps.json",
    "content.json",
    "stored-messages.json",
    "messages.json",
    "search.json",
    "errors.json",
    "operations.json",
];

/// Compiles schema files into source files.
///
/// The files come in the order in which they were given; so do the modules.
///
/// # Errors
///
/// All [`Problems`] that one phase finds; a later phase doesn't run on what an earlier one refused.
pub fn generate(sources: &[Source<'_>]) -> Result<Generation, Problems> {
    let schema = load::load(sources)?;
    check::check(&schema)?;
    let bundle = bundle::bundle(&schema);
    let openapi = openapi::document(&schema);
    let shapes = shapes::shapes(&schema, lower::lower(&schema))?;
    let model = model::build(&schema, &shapes)?;
    emit::emit(&model, &bundle, openapi.as_ref())
}
