//! Operations: a struct each, its constructor and setters, and the table that requests are made by.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::{build, imports::Imports, table::Table, types};
use crate::{
    model::{Getter, GetterKind, Operation, Paging},
    names, print,
    schema::{Location, Type},
};

/// The struct.
pub(super) fn structure(operation: &Operation, imports: &mut Imports<'_>) -> TokenStream {
    let name = &operation.name;
    let doc = print::doc(&format!(
        "{}\n\n`{} {}`\n\nReturns {}: {}\n\nSource: {}.",
        operation.description,
        operation.method,
        operation.path,
        linked(operation),
        lower_first(&operation.returns),
        operation.source,
    ));
    let aliases = &operation.names;
    let derives = types::derives(operation.hashable, operation.is_optional());
    let fields = operation.fields.iter();
    let fields = fields.map(|(field, _)| types::struct_field(field, field.required, imports));
    let fields: Vec<_> = fields.collect();
    quote! {
        #doc
        #(#[doc(alias = #aliases)])*
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }
    }
}

/// The response's type with a link to the type of the schema in it.
fn linked(operation: &Operation) -> String {
    let spelled = super::wire::spelled(&operation.response);
    let name = &operation.item;
    match spelled.split_once(name.as_str()) {
        Some((before, behind)) if !before.is_empty() => {
            format!("`{before}`[`{name}`](crate::{name})`{behind}`")
        }
        _ => format!("[`{name}`](crate::{name})"),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// `new` and the setters.
pub(super) fn members(operation: &Operation, imports: &mut Imports<'_>) -> TokenStream {
    let fields: Vec<_> = operation.fields.iter().map(|(field, _)| field).collect();
    let new = build::new(&fields, &[], &TokenStream::new(), imports);
    let setters = fields
        .iter()
        .filter(|field| !field.required)
        .map(|field| build::setter(field, imports));
    let setters: Vec<_> = setters.collect();
    quote!(#new #(#setters)*)
}

/// The table that requests are made by.
pub(super) fn table(operation: &Operation, imports: &mut Imports<'_>) -> String {
    imports.name(&operation.name);
    imports.ty(&operation.response);
    let mut table = Table::new("operation!");
    table.open(&format!(
        "{}: {}",
        operation.name,
        super::wire::spelled(&operation.response)
    ));
    table.line(&format!(
        "name {:?};",
        names::snake_case(&operation.name.to_string())
    ));
    table.line(&format!("{} {:?};", operation.method, operation.path));
    for (location, word) in [
        (Some(Location::Path), "path"),
        (Some(Location::Query), "query"),
        (Some(Location::Header), "header"),
        (None, "body"),
    ] {
        for (field, own) in &operation.fields {
            if *own != location {
                continue;
            }
            let mut line = format!("{word} {}: {}", field.ident, field.presence());
            if matches!(field.holds, Type::Array(_)) {
                line.push_str(" each");
            }
            let sent = own.map(|location| match location {
                // As HTTP/2 has them.
                Location::Header => field.key.to_ascii_lowercase(),
                Location::Path | Location::Query => field.key.clone(),
            });
            if let Some(sent) = sent {
                let _ = write!(line, " = {sent:?}");
            }
            table.line(&format!("{line};"));
        }
    }
    table.close();
    table.end()
}

/// The table that pages are turned by.
pub(super) fn pages(operation: &Operation, paging: &Paging, imports: &mut Imports<'_>) -> String {
    imports.ty(&paging.item);
    let mut table = Table::new("paged!");
    table.open(&format!(
        "{}: {}",
        operation.name,
        super::wire::spelled(&paging.item)
    ));
    table.line(&format!("cursor {};", getter(&paging.cursor)));
    if let Some(instant) = &paging.instant {
        table.line(&format!("instant {};", getter(instant)));
    }
    table.line(&format!("order {};", paging.order));
    if let Some(kinds) = &paging.kinds {
        table.line(&format!("kinds {} by {};", kinds.parameter, kinds.kind));
    }
    table.close();
    table.end()
}

fn getter(getter: &Getter) -> String {
    let kind = match getter.kind {
        GetterKind::Required => "required",
        GetterKind::Optional => "optional",
        GetterKind::Accessor => "accessor",
    };
    format!("{kind} {}", getter.ident)
}
