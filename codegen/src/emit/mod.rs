//! The passes that write the generated files. Each looks at the model and changes nothing of it.

mod arbitrary;
mod build;
mod imports;
mod operations;
mod root;
mod schemars;
mod table;
mod types;
mod wire;

use quote::format_ident;

use crate::{
    json::Json,
    model::{Kind, Model},
    problem::Problems,
};

/// A file to be written, or found to be as it should be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct GeneratedFile {
    /// Its path within `letta-types`, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All that comes of a schema.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Generation {
    /// The files, ordered by path.
    pub files: Vec<GeneratedFile>,
    /// What was counted on the way.
    pub counts: Counts,
}

/// How many of each kind of type came of the schema, those of the same definition counted once.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// Structs.
    pub objects: usize,
    /// The fields of all structs.
    pub fields: usize,
    /// Unions.
    pub unions: usize,
    /// Open enums.
    pub enums: usize,
    /// Identifiers and the timestamp.
    pub texts: usize,
    /// Operations.
    pub operations: usize,
}

/// A pass: what it makes of the model.
type Pass = fn(&Model) -> Result<Vec<GeneratedFile>, Problems>;

/// The passes. The order doesn't matter: none sees what another wrote.
const PASSES: &[Pass] = &[
    types::emit,
    build::emit,
    wire::emit,
    schemars::emit,
    arbitrary::emit,
    root::emit,
];

/// Runs all passes.
///
/// # Errors
///
/// A pass that wrote no Rust.
pub fn emit(model: &Model, bundle: &Json, openapi: Option<&Json>) -> Result<Generation, Problems> {
    let document = |name: &str, json: &Json| GeneratedFile {
        path: format!("schema/letta-types.{name}.json"),
        text: format!("{json:#}\n"),
    };
    let mut files = vec![document("schema", bundle)];
    files.extend(openapi.map(|json| document("openapi", json)));
    for pass in PASSES {
        files.extend(pass(model)?);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Generation {
        files,
        counts: count(model),
    })
}

/// The modules of `mod` declarations, in rustfmt's order.
fn declared<'a>(names: impl Iterator<Item = &'a str>) -> Vec<syn::Ident> {
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    names
        .into_iter()
        .map(|name| format_ident!("{name}"))
        .collect()
}

fn count(model: &Model) -> Counts {
    let mut counts = Counts {
        operations: model.modules.iter().map(|one| one.operations.len()).sum(),
        ..Counts::default()
    };
    let types = model.modules.iter().flat_map(|module| &module.types);
    for def in types.filter(|def| def.raw_of.is_none()) {
        match &def.kind {
            Kind::Object(object) => {
                counts.objects += 1;
                counts.fields += object.fields.len();
            }
            Kind::Union(_) => counts.unions += 1,
            Kind::Enum(_) => counts.enums += 1,
            Kind::Text(_) => counts.texts += 1,
        }
    }
    counts
}
