//! How arbitrary values of the types are made, for the feature `arbitrary`: a table a type, which the macros of
//! `letta-types/src/ext/arbitrary.rs` turn into code.
//!
//! A table says what keeps a value from being read back as another one: the keys that a type declares, the tags of a
//! union, the fields that tell its variants.

use std::{collections::BTreeSet, fmt::Write as _};

use quote::{ToTokens, format_ident, quote};

use super::{
    GeneratedFile, declared,
    imports::Imports,
    table::{self, Table},
};
use crate::{
    model::{Arm, Field, Kind, Model, Module, Object, Text, TypeDef, Union, UnionBy},
    print,
    problem::Problems,
};

pub(super) fn emit(model: &Model) -> Result<Vec<GeneratedFile>, Problems> {
    let mut files = Vec::new();
    let with_types = || {
        // A module may have operations alone.
        let modules = model.modules.iter();
        modules.filter(|module| !module.types.is_empty())
    };
    for module in with_types() {
        files.push(GeneratedFile {
            path: format!("src/generated/arbitrary/{}.rs", module.name),
            text: file(model, module)?,
        });
    }
    let modules = declared(with_types().map(|module| module.name.as_str()));
    let keys = keys(model);
    let tokens = quote! {
        //! How arbitrary values of the types are made: a table a type.
        #(mod #modules;)*

        /// The keys that types declare, those of tags included.
        pub(crate) const KEYS: &[&str] = &[#(#keys),*];
    };
    files.push(GeneratedFile {
        path: "src/generated/arbitrary/mod.rs".to_owned(),
        text: print::rust("", tokens)?,
    });
    Ok(files)
}

fn keys(model: &Model) -> BTreeSet<&str> {
    let objects = model
        .modules
        .iter()
        .flat_map(|module| &module.types)
        .filter_map(|def| match &def.kind {
            Kind::Object(object) => Some(object),
            _ => None,
        });
    objects.flat_map(declared_keys).collect()
}

/// The keys that an object declares, its tag's included.
fn declared_keys(object: &Object) -> impl Iterator<Item = &str> {
    let tag = object.tag.as_ref().map(|tag| tag.key.as_str());
    let fields = object.fields.iter().map(|field| field.key.as_str());
    fields.chain(tag)
}

fn file(model: &Model, module: &Module) -> Result<String, Problems> {
    let mut writer = Writer {
        imports: Imports::new(model),
        macros: BTreeSet::new(),
        tables: Vec::new(),
    };
    writer.words("ids", &module.types, |kind| {
        matches!(kind, Kind::Text(Text::Id { .. }))
    });
    writer.words("instants", &module.types, |kind| {
        matches!(kind, Kind::Text(Text::Instant))
    });
    writer.words("open_enums", &module.types, |kind| {
        matches!(kind, Kind::Enum(_))
    });
    for def in &module.types {
        match &def.kind {
            Kind::Text(_) | Kind::Enum(_) => {}
            Kind::Object(object) => writer.object(def, object),
            Kind::Union(union) => writer.union(def, union),
        }
    }
    let about = format!(
        " How arbitrary values of the types of [`crate::{}`] are made.",
        module.name
    );
    let imports = writer.imports.declarations(None);
    let macros = writer.macros.iter().map(|name| format_ident!("{name}"));
    let head = quote! {
        #![doc = #about]
        #imports
        use crate::ext::arbitrary::{#(#macros),*};
    };
    table::file(module, head, &writer.tables)
}

struct Writer<'a> {
    imports: Imports<'a>,
    macros: BTreeSet<&'static str>,
    tables: Vec<String>,
}

impl Writer<'_> {
    fn table(&mut self, name: &'static str) -> Table {
        self.macros.insert(name);
        Table::new(&format!("{name}!"))
    }

    /// A table of nothing but names, for the kinds of types of which there is little to say.
    fn words(&mut self, name: &'static str, types: &[TypeDef], is: fn(&Kind) -> bool) {
        let names: Vec<_> = types
            .iter()
            .filter(|def| is(&def.kind))
            .map(|def| def.name.to_string())
            .collect();
        if names.is_empty() {
            return;
        }
        for name in &names {
            self.imports.name(name);
        }
        let mut table = self.table(name);
        table.words(names.into_iter());
        self.tables.push(table.end());
    }

    fn object(&mut self, def: &TypeDef, object: &Object) {
        self.imports.name(&def.name);
        let mut table = self.table("object");
        table.open(&def.name.to_string());
        for field in &object.fields {
            let presence = field.presence();
            table.line(&format!("{} = {:?} {presence};", field.ident, field.key));
        }
        if let Some(tag) = &object.tag {
            let mut line = format!("@tag {:?}", tag.key);
            for former in &tag.former {
                let _ = write!(line, ", {former:?} in former_tag");
            }
            line.push(';');
            table.line(&line);
        }
        table.close();
        self.tables.push(table.end());
    }

    fn union(&mut self, def: &TypeDef, union: &Union) {
        self.imports.name(&def.name);
        match &union.by {
            UnionBy::JsonType => {
                let mut table = self.table("union_by_type");
                table.open(&def.name.to_string());
                table.words(union.arms.iter().map(|arm| arm.variant.to_string()));
                table.close();
                self.tables.push(table.end());
            }
            UnionBy::Order { .. } => self.ordered(def, union),
            UnionBy::Tag {
                key,
                unknown,
                nested,
                ..
            } => self.tagged(def, union, key, unknown, nested.as_ref()),
        }
    }

    fn ordered(&mut self, def: &TypeDef, union: &Union) {
        let mut table = self.table("ordered_union");
        table.open(&def.name.to_string());
        for (index, arm) in union.arms.iter().enumerate() {
            table.line(&format!("{}({}) {{", arm.variant, self.member(arm)));
            for earlier in union.arms.iter().take(index) {
                let told = told(earlier, arm);
                if !told.is_empty() {
                    let names: Vec<_> = told.iter().map(|field| field.ident.to_string()).collect();
                    table.line(&format!("    @not_all {};", names.join(" ")));
                }
            }
            table.line("}");
        }
        keys_of_arms(&mut table, union);
        table.close();
        self.tables.push(table.end());
    }

    fn tagged(
        &mut self,
        def: &TypeDef,
        union: &Union,
        key: &str,
        unknown: &syn::Ident,
        nested: Option<&(Arm, String)>,
    ) {
        let mut table = self.table("tagged_union");
        table.open(&format!("{} by {key:?}", def.name));
        let has_tag = |arm: &Arm| {
            arm.object
                .as_ref()
                .is_some_and(|object| object.tag.is_some())
        };
        for arm in &union.arms {
            let kind = if has_tag(arm) { "tagged" } else { "tagless" };
            table.line(&format!("{}({}) {kind};", arm.variant, self.member(arm)));
        }
        if let Some((arm, when)) = nested {
            let line = format!("@when {when:?} {}({});", arm.variant, self.member(arm));
            table.line(&line);
        }
        self.imports.name(unknown);
        table.line(&format!("@unknown {unknown};"));
        let tags = union
            .arms
            .iter()
            .filter_map(|arm| arm.object.as_ref()?.tag.as_ref())
            .flat_map(|tag| std::iter::once(&tag.text).chain(&tag.former));
        texts(&mut table, "@tags", tags.map(String::as_str));
        keys_of_arms(&mut table, union);
        table.close();
        self.tables.push(table.end());
    }

    fn member(&mut self, arm: &Arm) -> String {
        self.imports.ty(&arm.ty);
        arm.ty.to_token_stream().to_string()
    }
}

/// The fields of an arm by which a value of it would be taken for an earlier one: if the arm has all that the earlier
/// one requires, those of them that it may leave out.
fn told<'a>(earlier: &Arm, arm: &'a Arm) -> Vec<&'a Field> {
    let fields = |arm: &'a Arm| arm.object.as_ref().map_or(&[][..], |object| &object.fields);
    let own = fields(arm);
    let required = earlier
        .object
        .iter()
        .flat_map(|object| &object.fields)
        .filter(|field| field.required);
    let found: Option<Vec<_>> = required
        .map(|field| own.iter().find(|own| own.key == field.key))
        .collect();
    let mut found = found.unwrap_or_default();
    found.retain(|field| !field.required);
    found
}

/// The keys that any of the arms declares.
fn keys_of_arms(table: &mut Table, union: &Union) {
    let objects = union.arms.iter().filter_map(|arm| arm.object.as_ref());
    let keys: BTreeSet<_> = objects.flat_map(declared_keys).collect();
    texts(table, "@keys", keys.into_iter());
}

/// A block of text literals.
fn texts<'a>(table: &mut Table, title: &str, texts: impl Iterator<Item = &'a str>) {
    table.open(title);
    table.words(texts.map(|text| format!("{text:?}")));
    table.close();
}
