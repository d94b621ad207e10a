//! Rust names for the schema's.

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use quote::{ToTokens, format_ident};

/// Type names that generated code uses in other ways: Rust's, the crate's, and those that the crate's macros bring
/// into the scope of what they expand to.
const RESERVED_TYPES: &[&str] = &[
    "A",
    "ArgumentsError",
    "AsRef",
    "Box",
    "D",
    "Described",
    "E",
    "Err",
    "Extra",
    "ExtraIter",
    "Fault",
    "Field",
    "FnOnce",
    "From",
    "IdText",
    "Input",
    "InstantText",
    "Into",
    "IntoIterator",
    "Key",
    "KeyReader",
    "Keys",
    "Kind",
    "Late",
    "Leaf",
    "Make",
    "Map",
    "None",
    "Object",
    "Ok",
    "Operation",
    "Option",
    "Ord",
    "Paged",
    "PartialEq",
    "PartialOrd",
    "Parts",
    "Pending",
    "Problem",
    "RawJson",
    "Reader",
    "Result",
    "S",
    "Seen",
    "Self",
    "Slot",
    "Slots",
    "Some",
    "String",
    "TimestampError",
    "Told",
    "TryFrom",
    "Typed",
    "U",
    "Union",
    "UnknownObject",
    "Value",
    "Vec",
    "Wire",
];

/// Module names that the crate has already, at its root or among the generated files.
const RESERVED_MODULES: &[&str] = &[
    "alloc",
    "arbitrary",
    "build",
    "ext",
    "extra",
    "generated",
    "http",
    "id",
    "json",
    "operation",
    "raw",
    "runtime",
    "schemars",
    "std",
    "unknown",
    "wire",
];

/// The module of a schema file.
#[must_use]
pub fn module(file: &str) -> String {
    file.trim_end_matches(".json").replace('-', "_")
}

/// Whether a file can't be a module of that name.
#[must_use]
pub fn is_reserved_module(name: &str) -> bool {
    RESERVED_MODULES.contains(&name)
}

/// Whether a definition can't have that name.
#[must_use]
pub fn is_reserved_type(name: &str) -> bool {
    RESERVED_TYPES.contains(&name)
}

/// The variant of an enum value, unless no identifier comes of it.
#[must_use]
pub fn variant(value: &str) -> Option<String> {
    let name = value.to_pascal_case();
    is_identifier(&name).then_some(name)
}

/// Whether it is an identifier that needs no `r#`.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok()
}

/// The type that keeps an object of unknown kind for a union.
#[must_use]
pub fn unknown(union: &str) -> String {
    format!("Unknown{union}")
}

/// The type that keeps some fields of an object as text.
#[must_use]
pub fn raw(object: &str) -> String {
    format!("Raw{object}")
}

/// A slot for a field of a union's arms: the field's name, and that of its type where the arms differ on it.
#[must_use]
pub fn slot(field: &syn::Ident, ty: Option<&syn::Type>) -> syn::Ident {
    match ty {
        None => field.clone(),
        Some(ty) => {
            let ty = ty.to_token_stream().to_string().to_snake_case();
            format_ident!("{field}_as_{ty}")
        }
    }
}

/// The field that holds a key's value: the key, with an underscore behind a word that Rust keeps for itself.
/// `None` if no identifier comes of it.
///
/// Typify names fields in the same way; this is for the keys that it doesn't see.
#[must_use]
pub fn field(key: &str) -> Option<syn::Ident> {
    let name = key.to_snake_case();
    if !name.starts_with(|first: char| first.is_alphabetic()) {
        return None;
    }
    syn::parse_str(&name)
        .or_else(|_| syn::parse_str(&format!("{name}_")))
        .ok()
}

/// The setter of a key's field.
#[must_use]
pub fn setter(key: &str) -> syn::Ident {
    format_ident!("with_{}", key.to_snake_case())
}

/// The name in snake case, as an operation's identifier in OpenAPI.
#[must_use]
pub fn snake_case(name: &str) -> String {
    name.to_snake_case()
}

/// The constant that holds a tag.
#[must_use]
pub fn constant(key: &str) -> syn::Ident {
    format_ident!("{}", key.to_shouty_snake_case())
}
