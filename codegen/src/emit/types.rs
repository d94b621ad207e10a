//! The types: what a reader of the source wants to see first, and nothing else.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{GeneratedFile, imports::Imports, operations};
use crate::{
    model::{Arm, Field, Kind, Model, Module, Object, Text, TypeDef, Union, UnionBy, Value},
    print,
    problem::Problems,
    schema::Tag,
};

pub(super) fn emit(model: &Model) -> Result<Vec<GeneratedFile>, Problems> {
    model
        .modules
        .iter()
        .map(|module| {
            Ok(GeneratedFile {
                path: format!("src/generated/{}.rs", module.name),
                text: print::rust(&module.file, file(model, module))?,
            })
        })
        .collect()
}

fn file(model: &Model, module: &Module) -> TokenStream {
    let mut imports = Imports::new(model);
    let types: Vec<_> = module
        .types
        .iter()
        .map(|def| type_def(def, &mut imports))
        .collect();
    let operations: Vec<_> = module
        .operations
        .iter()
        .map(|operation| operations::structure(operation, &mut imports))
        .collect();
    let imports = imports.declarations(Some(&module.name));
    let about = format!("{}.\n\n{}", module.title, module.description);
    let about = print::inner_doc(&about);
    quote! {
        #about
        #imports
        #(#types)*
        #(#operations)*
    }
}

fn type_def(def: &TypeDef, imports: &mut Imports<'_>) -> TokenStream {
    match &def.kind {
        Kind::Object(object) => self::object(def, object, imports),
        Kind::Union(union) => self::union(def, union, imports),
        Kind::Enum(values) => enumeration(def, values, imports),
        Kind::Text(kind) => text(def, kind, imports),
    }
}

/// The documentation of a type: what it is, a remark, where it is documented, its documented names.
fn docs(def: &TypeDef, remark: Option<String>) -> TokenStream {
    let mut text = def.description.clone();
    if let Some(remark) = remark {
        text.push_str("\n\n");
        text.push_str(&remark);
    }
    let _ = write!(text, "\n\nSource: {}.", def.source);
    let doc = print::doc(&text);
    let aliases = &def.names;
    quote! {
        #doc
        #(#[doc(alias = #aliases)])*
    }
}

pub(super) fn derives(hashable: bool, default: bool) -> TokenStream {
    let default = default.then(|| quote!(Default,));
    let hashable = hashable.then(|| quote!(Eq, Hash,));
    quote!(#[derive(Clone, Debug, #default #hashable PartialEq)])
}

fn object(def: &TypeDef, object: &Object, imports: &mut Imports<'_>) -> TokenStream {
    imports.name("Extra");
    let name = &def.name;
    let docs = docs(def, object.tag.as_ref().map(tag_remark));
    let derives = derives(def.hashable, object.is_optional());
    let fields = object.fields.iter();
    let fields = fields.map(|field| struct_field(field, field.required, imports));
    let fields: Vec<_> = fields.collect();
    let former = object.has_former_tag().then(|| {
        let doc = print::doc("The former spelling of the tag, if the value came with it.");
        quote!(#doc pub(crate) former_tag: Option<&'static str>,)
    });
    let extra = print::doc("The fields that came undeclared.");
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #former
            #extra
            pub(crate) extra: Extra,
        }
    }
}

fn tag_remark(tag: &Tag) -> String {
    let mut remark = format!(
        "On the wire, `{}` is `\"{}\"`. That is no field here: it is checked when it is there, and always written.",
        tag.key, tag.text
    );
    for former in &tag.former {
        let _ = write!(
            remark,
            " Older servers said `\"{former}\"`; a value that came so is written so."
        );
    }
    remark
}

/// A field of a struct, which may require it or not.
pub(super) fn struct_field(
    field: &Field,
    required: bool,
    imports: &mut Imports<'_>,
) -> TokenStream {
    imports.ty(&field.ty);
    let (ident, ty) = (&field.ident, &field.ty);
    let docs = field_docs(field);
    if required {
        quote!(#docs pub #ident: #ty)
    } else {
        quote!(#docs pub #ident: Option<#ty>)
    }
}

fn field_docs(field: &Field) -> TokenStream {
    let mut text = field.description.clone();
    let mut remark = |line: String| {
        text.push_str("\n\n");
        text.push_str(&line);
    };
    if let Some(instead) = &field.instead {
        remark(format!("**Deprecated:** use {instead}."));
    }
    if let Some(default) = &field.default {
        remark(format!("The documented default is `{default}`."));
    }
    match &field.bounds {
        (Some(least), Some(most)) => remark(format!("From {least} to {most}.")),
        (Some(least), None) => remark(format!("At least {least}.")),
        (None, Some(most)) => remark(format!("At most {most}.")),
        (None, None) => {}
    }
    if field.raw {
        remark("It is kept as text: [`RawJson`] parses it on request.".to_owned());
    }
    if field.undocumented {
        remark("Servers send it, though no published document names it.".to_owned());
    }
    let doc = print::doc(&text);
    let alias = (field.ident != field.key).then(|| {
        let key = &field.key;
        quote!(#[doc(alias = #key)])
    });
    quote!(#doc #alias)
}

fn enumeration(def: &TypeDef, values: &[Value], imports: &mut Imports<'_>) -> TokenStream {
    imports.name("String");
    let name = &def.name;
    let docs = docs(def, None);
    let derives = derives(def.hashable, false);
    let variants = values.iter().map(|value| {
        let ident = &value.ident;
        let doc = print::doc(&format!("`{}`: {}", value.text, value.description));
        quote!(#doc #ident)
    });
    let unknown = print::doc(
        "A value that the documents don't name, as it came. `From` never puts a known value here.",
    );
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #unknown
            Unknown(String),
        }
    }
}

fn text(def: &TypeDef, text: &Text, imports: &mut Imports<'_>) -> TokenStream {
    let inner = match text {
        Text::Id { inline: true, .. } => "IdText",
        Text::Id { inline: false, .. } => "String",
        Text::Instant => "InstantText",
    };
    imports.name(inner);
    let inner = format_ident!("{inner}");
    let name = &def.name;
    let remark = match text {
        Text::Id { prefix, .. } if !prefix.is_empty() => {
            format!("Servers write `{prefix}-…`, but any text is accepted and kept as it is.")
        }
        _ => "Any text is accepted and kept as it is.".to_owned(),
    };
    let docs = docs(def, Some(remark));
    quote! {
        #docs
        #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct #name(pub(crate) #inner);
    }
}

fn union(def: &TypeDef, union: &Union, imports: &mut Imports<'_>) -> TokenStream {
    let name = &def.name;
    let derives = derives(def.hashable, false);
    let arms = union.arms.iter();
    let mut variants: Vec<_> = arms.map(|arm| variant(arm, false, imports)).collect();
    let mut unknown_type = None;
    let remark = match &union.by {
        UnionBy::Order { .. } => {
            "The first variant whose required fields are all there is taken.".to_owned()
        }
        UnionBy::JsonType => "The JSON type of the value tells the variant.".to_owned(),
        UnionBy::Tag {
            key,
            tag_field,
            shared,
            unknown,
            nested,
            ..
        } => {
            if let Some((arm, _)) = nested {
                // A union itself: larger than the others, and rarely met.
                variants.push(variant(arm, true, imports));
            }
            let doc = print::doc(
                "An object of a kind that the crate doesn't know, whole and as it came.",
            );
            variants.push(quote!(#doc Unknown(#unknown)));
            if shared.is_empty() {
                imports.name("UnknownObject");
            } else {
                unknown_type = Some(unknown_object(def, tag_field, unknown, shared, imports));
            }
            let mut remark = format!("`{key}` tells the variant.");
            if let Some((arm, when)) = nested {
                let _ = write!(
                    remark,
                    " An object with the field `{when}` is `{}`, whatever its tag, unless it also has the fields \
                     that all other variants require.",
                    arm.variant
                );
            }
            remark
        }
    };
    // A union by JSON type is closed: there is no JSON type that isn't known today.
    let open = (!matches!(union.by, UnionBy::JsonType)).then(|| quote!(#[non_exhaustive]));
    let docs = docs(def, Some(remark));
    quote! {
        #docs
        #derives
        #open
        pub enum #name {
            #(#variants,)*
        }
        #unknown_type
    }
}

fn variant(arm: &Arm, boxed: bool, imports: &mut Imports<'_>) -> TokenStream {
    imports.ty(&arm.ty);
    let (ident, ty) = (&arm.variant, &arm.ty);
    let doc = print::doc(&arm.description);
    if boxed {
        imports.name("Box");
        quote!(#doc #ident(Box<#ty>))
    } else {
        quote!(#doc #ident(#ty))
    }
}

fn unknown_object(
    def: &TypeDef,
    tag: &syn::Ident,
    name: &syn::Ident,
    shared: &[Field],
    imports: &mut Imports<'_>,
) -> TokenStream {
    imports.name("Extra");
    imports.name("String");
    let docs = print::doc(&format!(
        "A value of [`{union}`] of a kind that the crate doesn't know.\n\nThe fields that all known kinds share \
         are typed where they fit. All else, `null`s included, is in [`extra`](Self::extra), so that the \
         object is written back as it came.",
        union = def.name,
    ));
    let derives = derives(def.hashable, true);
    let tag_doc = print::doc("The tag, if it came as text.");
    let fields = shared.iter();
    let fields = fields.map(|field| struct_field(field, false, imports));
    let fields: Vec<_> = fields.collect();
    let extra = print::doc("All other fields.");
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub struct #name {
            #tag_doc
            pub #tag: Option<String>,
            #(#fields,)*
            #extra
            pub(crate) extra: Extra,
        }
    }
}
