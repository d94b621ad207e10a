//! Operations: their paths, their parameters, and what they send and return.

use std::collections::BTreeMap;

use super::Checker;
use crate::{
    json::Json,
    schema::{By, DefKind, Field, Location, Operation, Paging, Response, Type, UnionDef},
};

/// The enum that `letta-types/src/operation/pages.rs` turns pages by: hand-written code knows it by name.
const SORT_ORDER: &str = "SortOrder";

/// The enum of the kinds by which it drops what isn't asked for.
const MESSAGE_TYPE: &str = "MessageType";

/// Whether a parameter is as it is needed.
type Fits<'a> = fn(&Checker<'a>, &Field) -> bool;

impl<'a> Checker<'a> {
    pub(super) fn operations(&mut self) {
        let mut apis = self
            .schema
            .files
            .iter()
            .filter_map(|file| file.api.as_ref());
        if let Some(api) = apis.next() {
            self.returned(&api.failure, "every operation that fails");
        }
        for api in apis {
            self.refuse(
                &api.place,
                "another file has `x-letta-api`, too",
                "keep one of them",
            );
        }
        let mut seen = BTreeMap::new();
        for operation in self.schema.operations() {
            let address = (operation.method.as_str(), operation.path.as_str());
            if let Some(other) = seen.insert(address, &operation.name) {
                self.refuse(
                    &operation.place,
                    format!("`{other}` has the same method and path"),
                    "drop one",
                );
            }
            self.path(operation);
            self.parameters(operation);
            self.sent(operation);
            self.returned(&operation.response, &format!("`{}`", operation.name));
            if let Some(paging) = &operation.paging {
                self.paging(operation, paging);
                self.kinds(operation, paging);
            }
        }
    }

    fn path(&mut self, operation: &Operation) {
        let place = operation.place.at("path");
        let Some(path) = operation.path.strip_prefix('/') else {
            self.refuse(&place, "doesn't begin with `/`", "write the whole path");
            return;
        };
        let mut named = Vec::new();
        for segment in path.split('/') {
            let name = segment
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            match name {
                Some(name) if named.contains(&name) => self.refuse(
                    &place,
                    format!("`{name}` comes twice"),
                    "each parameter stands at one place",
                ),
                Some(name) => named.push(name),
                // What stands in the path as it is must need no encoding.
                None if !segment.bytes().all(is_plain) => self.refuse(
                    &place,
                    format!("`{segment}` is no segment"),
                    "a segment is plain text, or a parameter in braces",
                ),
                None => {}
            }
        }
        for name in &named {
            let found = operation
                .parameter(name)
                .is_some_and(|parameter| parameter.location == Location::Path);
            if !found {
                self.refuse(
                    &place,
                    format!("`{name}` is no parameter of the path"),
                    "list it in `parameters`",
                );
            }
        }
        for parameter in &operation.parameters {
            let field = &parameter.field;
            if parameter.location == Location::Path && !named.contains(&field.key.as_str()) {
                self.refuse(
                    &field.place,
                    format!("the path has no `{{{}}}`", field.key),
                    "put it into the path, or drop it",
                );
            }
        }
    }

    fn parameters(&mut self, operation: &Operation) {
        let mut seen = BTreeMap::new();
        if let Some(body) = &operation.body {
            seen.insert("body".to_owned(), body.key.as_str());
        }
        for parameter in &operation.parameters {
            let field = &parameter.field;
            if self.field_name(field, &mut seen).is_none() {
                continue;
            }
            let header = parameter.location == Location::Header;
            if header && !field.key.bytes().all(is_token) {
                self.refuse(
                    &field.place.at("name"),
                    format!("`{}` is no name of a header", field.key),
                    "a header's name has letters, digits, `-` and `_`",
                );
            }
            let one = match &field.ty {
                Type::Array(items) => items,
                ty => ty,
            };
            if let Some(DefKind::Object(_) | DefKind::Union(_)) = self.kind_of(one) {
                self.refuse(
                    &field.place.at("schema"),
                    "no form of a parameter",
                    "refer to an enum, an identifier or the timestamp",
                );
            }
        }
    }

    fn sent(&mut self, operation: &Operation) {
        let Some(body) = &operation.body else {
            return;
        };
        if operation.method == "GET" {
            self.refuse(
                &body.place,
                "a body of a request that gets",
                "OpenAPI gives it no meaning: use parameters",
            );
        }
        let is_object = matches!(
            self.kind_of(&body.ty),
            Some(DefKind::Object(_) | DefKind::Union(_))
        );
        if !is_object || !matches!(body.ty, Type::Ref(_)) {
            self.refuse(
                &body.place.at("schema"),
                "no `$ref` to an object",
                "define an object and refer to it",
            );
        }
    }

    fn returned(&mut self, response: &Response, by: &str) {
        let (one, listed) = match &response.ty {
            Type::Array(items) => (&**items, true),
            ty => (ty, false),
        };
        let def = match one {
            Type::Ref(name) => {
                let def = self.schema.def(name);
                if def.is_none() {
                    // That the reference leads nowhere has been said.
                    return;
                }
                def
            }
            _ => None,
        };
        let Some(def) =
            def.filter(|def| matches!(def.kind, DefKind::Object(_) | DefKind::Union(_)))
        else {
            self.refuse(
                &response.place,
                "no form of a response",
                "it is a `$ref` to an object or a union, an array of one, or one and null",
            );
            return;
        };
        if listed && response.nullable {
            self.refuse(
                &response.place,
                "an array or null",
                "teach the generator that form",
            );
        }
        if !def.root {
            self.refuse(&def.place, format!("{by} returns it"), "say `x-letta-root`");
        }
    }

    /// That an operation has what it takes to ask for another page. The elements are looked at when the
    /// model is built, which knows what they share.
    fn paging(&mut self, operation: &Operation, paging: &Paging) {
        if !matches!(operation.response.ty, Type::Array(_)) {
            self.refuse(
                &paging.place,
                "pages of what is no list",
                "drop it, or let the response be an array",
            );
        }
        let needed: [(_, _, Fits<'a>); 3] = [
            ("after", "a `$ref` to an identifier", Self::is_id),
            ("before", "a `$ref` to an identifier", Self::is_id),
            (
                "order",
                "a `$ref` to an enum `SortOrder` of `asc` and `desc`, with a default",
                Self::is_order,
            ),
        ];
        for (name, what, fits) in needed {
            if !self.may_be_asked(operation, name, fits) {
                self.refuse(
                    &paging.place,
                    format!("pages need an optional `{name}` in the query"),
                    format!("declare it as {what}, or drop `x-letta-paging`"),
                );
            }
        }
    }

    /// That a parameter lists tags of what is listed.
    fn kinds(&mut self, operation: &Operation, paging: &Paging) {
        let Some(name) = &paging.kinds else {
            return;
        };
        let place = paging.place.at("kinds");
        if !self.may_be_asked(operation, name, Self::is_kinds) {
            self.refuse(
                &place,
                format!("no optional `{name}` in the query lists kinds"),
                format!("declare it as an array of an enum `{MESSAGE_TYPE}`, or drop `kinds`"),
            );
            return;
        }
        let is_tagged = matches!(
            &operation.response.ty,
            Type::Array(item) if matches!(
                self.kind_of(item),
                Some(DefKind::Union(UnionDef { by: By::Tag(_), .. }))
            )
        );
        if !is_tagged {
            self.refuse(
                &place,
                "kinds of what has none",
                "drop it, or list a union with `x-letta-tag`",
            );
        }
    }

    /// Whether the query may have a parameter that fits.
    fn may_be_asked(&self, operation: &Operation, name: &str, fits: Fits<'a>) -> bool {
        operation.parameter(name).is_some_and(|parameter| {
            let field = &parameter.field;
            parameter.location == Location::Query && !field.required && fits(self, field)
        })
    }

    fn is_kinds(&self, field: &Field) -> bool {
        let Type::Array(item) = &field.ty else {
            return false;
        };
        matches!(self.kind_of(item), Some(DefKind::Enum(_)))
            && item.reference() == Some(MESSAGE_TYPE)
    }

    fn is_id(&self, field: &Field) -> bool {
        matches!(self.kind_of(&field.ty), Some(DefKind::Id { .. }))
    }

    fn is_order(&self, field: &Field) -> bool {
        let Some(DefKind::Enum(values)) = self.kind_of(&field.ty) else {
            return false;
        };
        let is_named = field.ty.reference() == Some(SORT_ORDER);
        let texts: Vec<_> = values.iter().map(|(text, _)| text.as_str()).collect();
        let default = field.default.as_ref().and_then(Json::as_str);
        is_named && texts == ["asc", "desc"] && default.is_some_and(|text| texts.contains(&text))
    }

    /// The kind of the definition that a type refers to.
    fn kind_of(&self, ty: &Type) -> Option<&'a DefKind> {
        match ty {
            Type::Ref(name) => self.schema.def(name).map(|def| &def.kind),
            _ => None,
        }
    }
}

/// What stands in a path as it is: unreserved characters of RFC 3986.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// What the name of a header is made of.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}
