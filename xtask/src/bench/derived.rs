//! The types as they would be with derive: all of them, less what only our decoder can do. Undeclared fields are
//! lost, enums are closed, and a tag is one of those that are written today.

use std::error::Error;

use letta_types_codegen::{SOURCES, names};
use serde_json::Value;
use support::{
    Schema,
    schema::{arms, own_tag},
};
use syn::{Fields, Item, ItemEnum, ItemStruct, parse_quote};

use crate::{files, root};

/// The fields by which our types keep what they don't declare.
const OWN_FIELDS: [&str; 2] = ["extra", "former_tag"];

/// The source of a crate of those types.
pub(super) fn source() -> Result<String, Box<dyn Error>> {
    let (root, schema) = (root(), Schema::bundled());
    let mut file: syn::File = parse_quote! {
        use serde_json::{Map, Value};
    };
    for name in SOURCES {
        let module = names::module(name);
        if module == "operations" {
            continue;
        }
        let path = format!("letta-types/src/generated/{module}.rs");
        let text = files::read(&root, &path, "cargo xtask codegen")?;
        let items = syn::parse_file(&text).map_err(|error| format!("{path}: {error}"))?;
        file.items.extend(
            items
                .items
                .into_iter()
                .filter_map(|item| derived(item, &schema)),
        );
    }
    Ok(prettyplease::unparse(&file))
}

fn derived(item: Item, schema: &Schema) -> Option<Item> {
    match item {
        Item::Struct(item) => structure(item).map(Item::Struct),
        Item::Enum(item) => Some(Item::Enum(enumeration(item, schema))),
        _ => None,
    }
}

/// A struct, unless it is there for unknown kinds or for JSON that stays text.
fn structure(mut item: ItemStruct) -> Option<ItemStruct> {
    let name = item.ident.to_string();
    if name.starts_with("Unknown") || name.starts_with("Raw") {
        return None;
    }
    match &mut item.fields {
        Fields::Named(fields) => {
            fields.named = std::mem::take(&mut fields.named)
                .into_iter()
                .filter(|field| !is_own(field))
                .map(|mut field| {
                    if is_option(&field.ty) {
                        field
                            .attrs
                            .push(parse_quote!(#[serde(skip_serializing_if = "Option::is_none")]));
                    }
                    field
                })
                .collect();
        }
        Fields::Unnamed(fields) => {
            // Of text, whatever holds it.
            for field in &mut fields.unnamed {
                field.vis = parse_quote!(pub);
                field.ty = parse_quote!(String);
            }
        }
        Fields::Unit => {}
    }
    item.attrs.push(derives());
    // Texts write it by hand.
    if !derives_debug(&item.attrs) {
        item.attrs.push(parse_quote!(#[derive(Debug)]));
    }
    Some(item)
}

fn enumeration(mut item: ItemEnum, schema: &Schema) -> ItemEnum {
    let definition = schema.definitions().get(&item.ident.to_string());
    let definition = definition.unwrap_or(&Value::Null);
    item.variants = std::mem::take(&mut item.variants)
        .into_iter()
        .filter(|variant| variant.ident != "Unknown")
        .collect();
    item.attrs.push(derives());
    item.attrs.push(match definition["x-letta-tag"].as_str() {
        Some(tag) => {
            for (variant, arm) in item.variants.iter_mut().zip(arms(definition)) {
                let own = schema.referred(arm).and_then(|(_, own)| own_tag(own));
                if let Some((_, value)) = own.filter(|(key, _)| *key == tag) {
                    variant.attrs.push(parse_quote!(#[serde(rename = #value)]));
                }
            }
            parse_quote!(#[serde(tag = #tag)])
        }
        None if definition["anyOf"].is_array() => parse_quote!(#[serde(untagged)]),
        None => parse_quote!(#[serde(rename_all = "snake_case")]),
    });
    item
}

fn derives() -> syn::Attribute {
    parse_quote!(#[derive(serde::Deserialize, serde::Serialize)])
}

fn derives_debug(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("derive")
            && list.is_ok_and(|list| list.tokens.to_string().contains("Debug"))
    })
}

fn is_own(field: &syn::Field) -> bool {
    OWN_FIELDS
        .iter()
        .any(|own| field.ident.as_ref().is_some_and(|ident| ident == own))
}

fn is_option(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.segments.first().is_some_and(|first| first.ident == "Option"))
}

#[cfg(test)]
mod tests {
    use super::source;

    /// That it compiles is for `cargo xtask bench compile` to see.
    #[test]
    fn all_types_are_there_and_keep_nothing_undeclared() {
        let source = source().expect("the generated files are there");
        for part in [
            "pub struct StepId(pub String)",
            "pub struct Timestamp(pub String)",
            "pub enum LettaMessage",
            "pub struct ApiError",
        ] {
            assert!(source.contains(part), "{part}");
        }
        for part in ["Extra", "Unknown", "RawJson"] {
            assert!(!source.contains(part), "{part}");
        }
        assert!(source.contains("#[serde(rename = \"system_message\")]"));
    }
}
