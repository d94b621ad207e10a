//! The wire code: a table a type, which the macros of `letta-types/src/runtime` turn into code.
//!
//! The tables are text rather than tokens: a macro's input isn't Rust, and no printer of Rust lays it out.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use quote::{ToTokens, format_ident, quote};

use super::{
    GeneratedFile,
    imports::Imports,
    operations,
    table::{self, Table},
};
use crate::{
    model::{
        Arm, Field, Kind, Model, Module, Object, Operation, Text, TypeDef, Union, UnionBy,
        UnionSlots, Value,
    },
    print,
    problem::Problems,
    schema::{Tag, Type},
};

pub(super) fn emit(model: &Model) -> Result<Vec<GeneratedFile>, Problems> {
    let mut files = Vec::new();
    for module in &model.modules {
        files.push(GeneratedFile {
            path: format!("src/generated/wire/{}.rs", module.name),
            text: file(model, module)?,
        });
    }
    let modules = super::declared(model.modules.iter().map(|module| module.name.as_str()));
    let tokens = quote! {
        //! How the types are read and written: a table a type.
        #(mod #modules;)*
    };
    files.push(GeneratedFile {
        path: "src/generated/wire/mod.rs".to_owned(),
        text: print::rust("", tokens)?,
    });
    Ok(files)
}

fn file(model: &Model, module: &Module) -> Result<String, Problems> {
    let mut writer = Writer {
        imports: Imports::new(model),
        macros: BTreeMap::new(),
        requests: BTreeSet::new(),
        tables: Vec::new(),
        uses_bodies: false,
        uses_raw: false,
    };
    writer.texts(&module.types);
    writer.bodies(&module.types);
    for def in &module.types {
        writer.imports.name(&def.name);
        match &def.kind {
            Kind::Text(_) => {}
            Kind::Enum(values) => writer.enumeration(def, values),
            Kind::Object(object) => writer.object(def, object),
            Kind::Union(union) => writer.union(def, union),
        }
    }
    for operation in &module.operations {
        writer.operation(operation);
    }
    let about = if module.types.is_empty() {
        format!(
            " What the requests of [`crate::{}`] are made of.",
            module.name
        )
    } else {
        format!(
            " How the types of [`crate::{}`] are read and written.",
            module.name
        )
    };
    let imports = writer.imports.declarations(None);
    let macros = writer.macros.iter().map(|(module, names)| {
        let module = format_ident!("{module}");
        let names: Vec<_> = names.iter().map(|name| format_ident!("{name}")).collect();
        if let [name] = names.as_slice() {
            quote!(#module::#name)
        } else {
            quote!(#module::{#(#names),*})
        }
    });
    let macros = (!writer.macros.is_empty()).then(|| quote!(use crate::runtime::{#(#macros),*};));
    let tables = writer.requests.iter().map(|name| format_ident!("{name}"));
    let tables =
        (!writer.requests.is_empty()).then(|| quote!(use crate::operation::table::{#(#tables),*};));
    let body = writer.uses_bodies.then(|| {
        quote!(
            use crate::json::body::body;
        )
    });
    let raw = writer.uses_raw.then(|| {
        quote!(
            use crate::raw::raw_object;
        )
    });
    let head = quote! {
        #![doc = #about]
        #imports
        #body
        #tables
        #raw
        #macros
    };
    table::file(module, head, &writer.tables)
}

struct Writer<'a> {
    imports: Imports<'a>,
    /// The macros that are used, by the runtime's modules.
    macros: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// The macros that make requests.
    requests: BTreeSet<&'static str>,
    tables: Vec<String>,
    uses_bodies: bool,
    uses_raw: bool,
}

impl Writer<'_> {
    fn uses(&mut self, module: &'static str, name: &'static str) {
        self.macros.entry(module).or_default().insert(name);
    }

    /// All newtypes of text in two tables: there is little to say of each.
    fn texts(&mut self, types: &[TypeDef]) {
        let (mut ids, mut instants) = (Table::new("id!"), Table::new("instant!"));
        for def in types {
            match &def.kind {
                Kind::Text(Text::Id { prefix, inline }) => {
                    let inline = if *inline { " inline" } else { "" };
                    ids.line(&format!("{} = {prefix:?}{inline};", def.name));
                }
                Kind::Text(Text::Instant) => instants.line(&def.name.to_string()),
                _ => {}
            }
        }
        for (table, name) in [(ids, "id"), (instants, "instant")] {
            if table.is_empty() {
                continue;
            }
            self.uses("text", name);
            self.imports.name("String");
            self.tables.push(table.end());
        }
    }

    /// The types that are read by themselves, as far as they are no mere text.
    fn bodies(&mut self, types: &[TypeDef]) {
        let roots: Vec<_> = types
            .iter()
            .filter(|def| def.root && matches!(def.kind, Kind::Object(_) | Kind::Union(_)))
            .map(|def| def.name.to_string())
            .collect();
        if roots.is_empty() {
            return;
        }
        self.uses_bodies = true;
        let mut table = Table::new("body!");
        table.words(roots.into_iter());
        self.tables.push(table.end());
    }

    fn enumeration(&mut self, def: &TypeDef, values: &[Value]) {
        self.uses("text", "open_enum");
        self.imports.name("String");
        let mut table = Table::new("open_enum!");
        table.open(&def.name.to_string());
        for value in values {
            table.line(&format!("{} = {:?},", value.ident, value.text));
        }
        table.close();
        self.tables.push(table.end());
    }

    fn object(&mut self, def: &TypeDef, object: &Object) {
        self.uses("object", "object");
        let mut table = Table::new("object!");
        table.open(&def.name.to_string());
        let tag = object.tag.as_ref();
        for (index, field) in object.fields.iter().enumerate() {
            if let Some(tag) = tag.filter(|tag| tag.position == index) {
                table.line(&tag_line(tag));
            }
            let line = self.field(field);
            table.line(&format!("{line} {};", field.presence()));
        }
        if let Some(tag) = tag.filter(|tag| tag.position == object.fields.len()) {
            table.line(&tag_line(tag));
        }
        table.close();
        self.tables.push(table.end());
        if let Some(whole) = &def.raw_of {
            self.raw(def, whole, object);
        }
    }

    /// The conversions between a type and the one that keeps some of its fields as text.
    fn raw(&mut self, def: &TypeDef, whole: &syn::Ident, object: &Object) {
        self.uses_raw = true;
        let mut table = Table::new("raw_object!");
        table.open(&format!("{} of {whole}", def.name));
        for field in object.fields.iter().filter(|field| field.raw) {
            let presence = field.presence();
            table.line(&format!(
                "@raw {} = {:?} {presence};",
                field.ident, field.key
            ));
        }
        let same = object.fields.iter().filter(|field| !field.raw);
        let same = same.map(|field| field.ident.to_string());
        let former = object.has_former_tag().then(|| "former_tag".to_owned());
        table.words(same.chain(former).chain(["extra".to_owned()]));
        table.close();
        self.tables.push(table.end());
    }

    fn field(&mut self, field: &Field) -> String {
        self.imports.ty(&field.ty);
        format!("{}: {} = {:?}", field.ident, spelled(&field.ty), field.key)
    }

    fn union(&mut self, def: &TypeDef, union: &Union) {
        match &union.by {
            UnionBy::JsonType => self.by_type(def, union),
            UnionBy::Order { slots } => {
                self.uses("tagged", "ordered_union");
                let mut table = Table::new("ordered_union!");
                self.slots(&mut table, &def.name.to_string(), slots);
                self.arms(&mut table, union, slots);
                self.tables.push(table.end());
            }
            UnionBy::Tag {
                key,
                tag_field,
                slots,
                shared,
                unknown,
                nested,
            } => {
                self.uses("tagged", "tagged_union");
                let mut table = Table::new("tagged_union!");
                self.slots(&mut table, &format!("{} by {key:?}", def.name), slots);
                self.arms(&mut table, union, slots);
                if let Some((arm, when)) = nested {
                    self.imports.ty(&arm.ty);
                    table.line(&format!(
                        "@when {when:?} {}({});",
                        arm.variant,
                        spelled(&arm.ty)
                    ));
                }
                self.tables.push(table.end());
                if !shared.is_empty() {
                    self.imports.name(unknown);
                    self.unknown(unknown, key, tag_field, shared);
                }
            }
        }
    }

    fn operation(&mut self, operation: &Operation) {
        self.requests.insert("operation");
        let table = operations::table(operation, &mut self.imports);
        self.tables.push(table);
        if let Some(paging) = &operation.paging {
            self.requests.insert("paged");
            let table = operations::pages(operation, paging, &mut self.imports);
            self.tables.push(table);
        }
    }

    fn slots(&mut self, table: &mut Table, title: &str, slots: &UnionSlots) {
        table.open(title);
        for field in &slots.early {
            self.imports.ty(&field.ty);
            table.line(&format!(
                "{}: {} = {:?};",
                field.ident,
                spelled(&field.ty),
                field.key
            ));
        }
        table.close();
        if slots.late.is_empty() {
            return;
        }
        table.open("@late");
        for field in &slots.late {
            table.open(&format!("{} = {:?}", field.ident, field.key));
            for (name, ty) in &field.slots {
                self.imports.ty(ty);
                table.line(&format!("{name}: {};", spelled(ty)));
            }
            table.close();
        }
        table.close();
    }

    fn arms(&mut self, table: &mut Table, union: &Union, slots: &UnionSlots) {
        for arm in &union.arms {
            self.imports.ty(&arm.ty);
            let Some(object) = &arm.object else { continue };
            let mut title = format!("{}({})", arm.variant, spelled(&arm.ty));
            if let Some(tag) = &object.tag {
                let _ = write!(title, " = {:?}", tag.text);
                for former in &tag.former {
                    let _ = write!(title, ", {former:?}");
                }
            }
            table.open(&title);
            let (mut early, mut late) = (Vec::new(), Vec::new());
            for field in &object.fields {
                match slots.late(field) {
                    Some(slot) => late.push(format!("{} in {slot}", field.ident)),
                    None => early.push(field.ident.to_string()),
                }
            }
            table.words(early.into_iter());
            if !late.is_empty() {
                late[0].insert_str(0, "@late ");
                table.words(late.into_iter());
            }
            table.close();
        }
    }

    fn by_type(&mut self, def: &TypeDef, union: &Union) {
        self.uses("by_type", "by_type_union");
        self.imports.name("String");
        let kinds: Vec<_> = union.arms.iter().map(json_type).collect();
        let expected: Vec<_> = kinds
            .iter()
            .map(|kind| match *kind {
                "integer" => "a 64-bit integer".to_owned(),
                "array" | "object" => format!("an {kind}"),
                _ => format!("a {kind}"),
            })
            .collect();
        let expected = match expected.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => expected.concat(),
        };
        let mut table = Table::new("by_type_union!");
        table.open(&format!("{}, {expected:?}", def.name));
        for (arm, kind) in union.arms.iter().zip(kinds) {
            self.imports.ty(&arm.ty);
            table.line(&format!("{kind}: {}({});", arm.variant, spelled(&arm.ty)));
        }
        table.close();
        self.tables.push(table.end());
    }

    fn unknown(&mut self, name: &syn::Ident, key: &str, tag: &syn::Ident, shared: &[Field]) {
        self.uses("unknown_kind", "unknown_object");
        let mut table = Table::new("unknown_object!");
        table.open(&format!("{name} by {key:?} as {tag}"));
        for field in shared {
            let line = self.field(field);
            table.line(&format!("{line};"));
        }
        table.close();
        self.tables.push(table.end());
    }
}

fn tag_line(tag: &Tag) -> String {
    let mut line = format!("@tag {:?} = {:?}", tag.key, tag.text);
    for former in &tag.former {
        let _ = write!(line, ", {former:?} in former_tag");
    }
    line.push(';');
    line
}

fn json_type(arm: &Arm) -> &'static str {
    match arm.holds {
        Type::String => "string",
        Type::Integer => "integer",
        Type::Array(_) => "array",
        _ => "object",
    }
}

/// A type as one writes it.
pub(super) fn spelled(ty: &syn::Type) -> String {
    ty.to_token_stream()
        .to_string()
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
}
