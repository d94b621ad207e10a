//! The `use` declarations that a generated file needs: just those, those of the crate itself last.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use syn::visit::Visit;

use crate::model::Model;

/// The declarations, in their order.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Group {
    Alloc,
    SerdeJson,
    Crate,
    ShortText,
}

/// Collects the names that a file uses.
pub(super) struct Imports<'a> {
    model: &'a Model,
    names: BTreeSet<String>,
}

impl<'a> Imports<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        Self {
            model,
            names: BTreeSet::new(),
        }
    }

    /// The file uses that name.
    pub(super) fn name(&mut self, name: &(impl ToString + ?Sized)) {
        self.names.insert(name.to_string());
    }

    /// The file uses that type and what it is made of.
    pub(super) fn ty(&mut self, ty: &syn::Type) {
        struct Names<'a, 'b>(&'a mut Imports<'b>);

        impl<'ast> Visit<'ast> for Names<'_, '_> {
            fn visit_path_segment(&mut self, segment: &'ast syn::PathSegment) {
                self.0.name(&segment.ident);
                syn::visit::visit_path_segment(self, segment);
            }
        }

        Names(self).visit_type(ty);
    }

    /// The declarations for a file in which the types of `home` needn't be imported.
    pub(super) fn declarations(&self, home: Option<&str>) -> TokenStream {
        let mut groups: BTreeMap<Group, Vec<&str>> = BTreeMap::new();
        for name in &self.names {
            let (group, path) = match name.as_str() {
                "Box" => (Group::Alloc, "boxed::Box"),
                "String" => (Group::Alloc, "string::String"),
                "Vec" => (Group::Alloc, "vec::Vec"),
                "Map" | "Value" => (Group::SerdeJson, name.as_str()),
                "IdText" | "InstantText" => (Group::ShortText, name.as_str()),
                "Extra" | "RawJson" | "UnknownObject" => (Group::Crate, name.as_str()),
                name => match self.model.homes.get(name) {
                    Some(module) if Some(module.as_str()) != home => (Group::Crate, name),
                    _ => continue,
                },
            };
            groups.entry(group).or_default().push(path);
        }
        let declarations = groups.iter().map(|(group, paths)| {
            let root = match group {
                Group::Alloc => quote!(alloc),
                Group::SerdeJson => quote!(serde_json),
                Group::Crate => quote!(crate),
                Group::ShortText => quote!(crate::runtime::short_text),
            };
            let paths = paths
                .iter()
                .filter_map(|path| syn::parse_str::<syn::Path>(path).ok());
            quote!(use #root::{#(#paths),*};)
        });
        quote!(#(#declarations)*)
    }
}
