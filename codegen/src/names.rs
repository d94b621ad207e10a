//! Rust names for the schema's.

use heck::{ToPascalCase, ToSnakeCase};

/// Type names that generated code uses in other ways.
const TAKEN: &[&str] = &[
    "Box",
    "Extra",
    "Map",
    "None",
    "Option",
    "Self",
    "Some",
    "String",
    "UnknownObject",
    "Value",
    "Vec",
];

/// Whether a definition can't have that name.
#[must_use]
pub fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name)
}

/// The variant of an enum value, unless no identifier comes of it.
#[must_use]
pub fn variant(value: &str) -> Option<String> {
    let name = value.to_pascal_case();
    is_identifier(&name).then_some(name)
}

/// The module of a resource, or the constant of a key, unless no identifier comes of it.
#[must_use]
pub fn snake(text: &str) -> Option<String> {
    let name = text.to_snake_case();
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

/// The field that holds a key's value: the key, with an underscore behind a word that Rust keeps for itself.
///
/// Typify names fields in the same way; this is for the keys that it doesn't see.
#[must_use]
pub fn field(key: &str) -> syn::Ident {
    let name = key.to_snake_case();
    if is_identifier(&name) {
        quote::format_ident!("{name}")
    } else {
        quote::format_ident!("{name}_")
    }
}
