//! Asks typify for the shapes of the objects: each field's Rust name and type.
//!
//! The only file that knows typify. What goes in has been checked and lowered, so nothing that typify
//! refuses or panics at gets here; what comes out is counted, so nothing is lost on the way.

use std::collections::BTreeMap;

use syn::{Fields, GenericArgument, Item, PathArguments};
use typify::{TypeSpace, TypeSpaceSettings};

use crate::{
    json::Json,
    lower,
    problem::{Place, Problem, Problems},
    schema::{DefKind, Schema},
};

/// The shape of each object by name.
pub type Shapes = BTreeMap<String, Shape>;

/// The shape of an object: its fields by key.
pub type Shape = BTreeMap<String, FieldShape>;

/// The shape of a field.
#[derive(Clone, Debug)]
pub struct FieldShape {
    /// Its Rust name.
    pub ident: syn::Ident,
    /// Its type with short paths, the `Option` of an optional field not among it.
    pub ty: syn::Type,
    /// Whether it is an `Option`.
    pub optional: bool,
}

/// The shapes of the schema's objects.
///
/// # Errors
///
/// What typify refuses, and each definition or field that it made something else of.
pub fn shapes(schema: &Schema, lowered: Json) -> Result<Shapes, Problems> {
    let place = Place::file("(lowered schema)");
    let failed = |message: String| {
        Problems(vec![place.problem(
            message,
            "this is a fault of the generator, not of the schema: mend codegen/src/lower.rs",
        )])
    };
    let file = typified(schema, lowered).map_err(failed)?;
    let mut shapes = Shapes::new();
    for item in file.items {
        if let Item::Struct(item) = item {
            shapes.insert(item.ident.to_string(), shape(item).map_err(failed)?);
        }
    }
    for def in schema.defs().filter(|def| lower::is_bare(def)) {
        shapes.insert(def.name.clone(), Shape::new());
    }
    let problems = missing(schema, &shapes);
    Problems::none_or(problems, shapes)
}

/// What typify makes of the lowered schema.
fn typified(schema: &Schema, lowered: Json) -> Result<syn::File, String> {
    let root: schemars::schema::RootSchema = serde_json::to_value(lowered)
        .and_then(serde_json::from_value)
        .map_err(|error| format!("no schema: {error}"))?;
    let mut settings = TypeSpaceSettings::default();
    for def in schema.defs() {
        if !matches!(def.kind, DefKind::Object(_)) || lower::is_bare(def) {
            settings.with_replacement(&def.name, &def.name, std::iter::empty());
        }
    }
    let mut space = TypeSpace::new(&settings);
    space
        .add_root_schema(root)
        .map_err(|error| format!("typify refuses it: {error}"))?;
    syn::parse2(space.to_stream()).map_err(|error| format!("typify wrote no Rust: {error}"))
}

fn shape(item: syn::ItemStruct) -> Result<Shape, String> {
    let Fields::Named(fields) = item.fields else {
        return Err(format!("typify made `{}` no struct of fields", item.ident));
    };
    fields
        .named
        .into_iter()
        .filter_map(|field| {
            let ident = field.ident.clone()?;
            Some(key(&field, &ident).map(|key| {
                let (ty, optional) = short(field.ty);
                (
                    key,
                    FieldShape {
                        ident,
                        ty,
                        optional,
                    },
                )
            }))
        })
        .collect()
}

/// The key of a field: what `#[serde(rename)]` says, else its name.
fn key(field: &syn::Field, ident: &syn::Ident) -> Result<String, String> {
    let mut key = ident.to_string();
    for attr in field
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("serde"))
    {
        attr.parse_nested_meta(|meta| {
            if meta.input.peek(syn::Token![=]) {
                let value: syn::LitStr = meta.value()?.parse()?;
                if meta.path.is_ident("rename") {
                    key = value.value();
                }
            }
            Ok(())
        })
        .map_err(|error| format!("typify wrote an attribute that can't be read: {error}"))?;
    }
    Ok(key)
}

/// The type with short paths, and whether it was an `Option`.
fn short(ty: syn::Type) -> (syn::Type, bool) {
    let syn::Type::Path(mut path) = ty else {
        return (ty, false);
    };
    path.path.leading_colon = None;
    if let Some(mut last) = path
        .path
        .segments
        .pop()
        .map(syn::punctuated::Pair::into_value)
    {
        if let PathArguments::AngleBracketed(arguments) = &mut last.arguments {
            arguments.colon2_token = None;
            for argument in &mut arguments.args {
                if let GenericArgument::Type(ty) = argument {
                    *ty = short(ty.clone()).0;
                }
            }
            let first = arguments.args.first();
            if let (true, Some(GenericArgument::Type(inner))) = (last.ident == "Option", first) {
                return (inner.clone(), true);
            }
        }
        path.path.segments.clear();
        path.path.segments.push(last);
    }
    (syn::Type::Path(path), false)
}

/// The definitions and fields that got lost.
fn missing(schema: &Schema, shapes: &Shapes) -> Vec<Problem> {
    let remedy = "typify made something else of it: see codegen/src/lower.rs";
    let mut problems = Vec::new();
    for def in schema.defs() {
        let DefKind::Object(object) = &def.kind else {
            continue;
        };
        let Some(shape) = shapes.get(&def.name) else {
            let message = format!("no struct `{}` came of it", def.name);
            problems.push(def.place.problem(message, remedy));
            continue;
        };
        for field in &object.fields {
            match shape.get(&field.key) {
                None => problems.push(
                    field
                        .place
                        .problem(format!("no field of `{}` came of it", def.name), remedy),
                ),
                Some(shape) if shape.optional == field.required => problems.push(
                    field
                        .place
                        .problem("required here, optional in Rust, or the reverse", remedy),
                ),
                Some(_) => {}
            }
        }
        if shape.len() != object.fields.len() {
            problems.push(
                def.place
                    .problem("fields came of it that it doesn't have", remedy),
            );
        }
    }
    let objects = schema
        .defs()
        .filter(|def| matches!(def.kind, DefKind::Object(_)))
        .count();
    if shapes.len() != objects {
        problems.push(Place::file("(lowered schema)").problem(
            format!(
                "{objects} objects went in, {} structs came out",
                shapes.len()
            ),
            remedy,
        ));
    }
    problems
}
