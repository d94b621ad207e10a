//! Operations: their Rust types, and how the elements of a page tell where the next one begins.

use quote::format_ident;

use super::{
    Builder, Field, Getter, GetterKind, Kind, Kinds, Module, Operation, Paging, TypeDef, Union,
    UnionBy, has_float,
};
use crate::{
    json::Json,
    names,
    problem::Place,
    schema::{self, DefKind, Relative, Type},
};

impl Builder<'_> {
    pub(super) fn operation(
        &mut self,
        modules: &[Module],
        operation: &schema::Operation,
    ) -> Option<Operation> {
        let mut fields = Vec::new();
        for parameter in &operation.parameters {
            fields.push((self.sent(&parameter.field)?, Some(parameter.location)));
        }
        if let Some(body) = &operation.body {
            fields.push((self.sent(body)?, None));
        }
        let response = &operation.response;
        let mut ty = self.rust(&response.ty, &response.place)?;
        if response.nullable {
            ty = syn::parse_quote!(Option<#ty>);
        }
        let paging = match &operation.paging {
            Some(paging) => Some(self.paging(modules, operation, paging)?),
            None => None,
        };
        // What is returned isn't part of what asks for it.
        let sent = operation.parameters.iter().map(|one| &one.field);
        let mut sent = sent.chain(&operation.body);
        Some(Operation {
            name: format_ident!("{}", operation.name),
            description: operation.description.clone(),
            source: operation.source.clone(),
            names: operation.names.clone(),
            method: operation.method.clone(),
            path: operation.path.clone(),
            hashable: !sent.any(|field| has_float(&field.ty, &self.floats)),
            fields,
            item: response.ty.reference()?.to_owned(),
            response: ty,
            returns: response.description.clone(),
            paging,
        })
    }

    fn sent(&mut self, field: &schema::Field) -> Option<Field> {
        let ident = names::field(&field.key)?;
        let ty = self.rust(&field.ty, &field.place)?;
        Some(self.field(field, ident, ty))
    }

    fn paging(
        &mut self,
        modules: &[Module],
        operation: &schema::Operation,
        paging: &schema::Paging,
    ) -> Option<Paging> {
        let Type::Array(item) = &operation.response.ty else {
            return None;
        };
        let element = modules
            .iter()
            .flat_map(|module| &module.types)
            .find(|def| item.reference().is_some_and(|name| def.name == name))?;
        let after = &operation.parameter("after")?.field;
        let order = &operation.parameter("order")?.field;
        let cursor = self.getter(
            element,
            &paging.cursor,
            |_, ty| *ty == after.ty,
            &paging.place.at("cursor"),
            "of the type of `after`",
        );
        let instant = match &paging.relative {
            Relative::Order => None,
            Relative::Age(key) => Some(self.getter(
                element,
                key,
                |schema, ty| {
                    let def = ty.reference().and_then(|name| schema.def(name));
                    def.is_some_and(|def| matches!(def.kind, DefKind::Timestamp))
                },
                &paging.place.at("instant"),
                "the timestamp",
            )?),
        };
        let default = order.default.as_ref().and_then(Json::as_str)?;
        Some(Paging {
            item: self.rust(item, &operation.response.place)?,
            cursor: cursor?,
            instant,
            order: names::variant(default)?,
            kinds: match (&paging.kinds, &element.kind) {
                (
                    Some(name),
                    Kind::Union(Union {
                        by: UnionBy::Tag { key, .. },
                        ..
                    }),
                ) => Some(Kinds {
                    parameter: names::field(name)?,
                    kind: names::field(key)?,
                }),
                _ => None,
            },
        })
    }

    /// How to get at a field that all elements have.
    fn getter(
        &mut self,
        element: &TypeDef,
        key: &str,
        fits: impl Fn(&schema::Schema, &Type) -> bool,
        place: &Place,
        what: &str,
    ) -> Option<Getter> {
        let fields = match &element.kind {
            Kind::Object(object) => object.fields.as_slice(),
            Kind::Union(Union {
                by: UnionBy::Tag { shared, .. },
                ..
            }) => shared,
            _ => &[],
        };
        let field = fields
            .iter()
            .find(|field| field.key == key && fits(self.schema, &field.holds));
        let Some(field) = field else {
            self.problems.push(place.problem(
                format!("`{}` has no such field `{key}`", element.name),
                format!("name a field that each element has and that is {what}"),
            ));
            return None;
        };
        let kind = match (&element.kind, field.required) {
            (Kind::Union(_), _) => GetterKind::Accessor,
            (_, true) => GetterKind::Required,
            (_, false) => GetterKind::Optional,
        };
        Some(Getter {
            ident: field.ident.clone(),
            kind,
        })
    }
}
