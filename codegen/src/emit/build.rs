//! Constructors, setters and accessors, apart from the types so that those read as data.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::{GeneratedFile, imports::Imports, operations};
use crate::{
    model::{Arm, Field, Kind, Model, Module, Object, TypeDef, Union, UnionBy},
    names, print,
    problem::Problems,
    schema::Type,
};

pub(super) fn emit(model: &Model) -> Result<Vec<GeneratedFile>, Problems> {
    let mut files = Vec::new();
    for module in &model.modules {
        if let Some(tokens) = file(model, module) {
            files.push(GeneratedFile {
                path: format!("src/generated/build/{}.rs", module.name),
                text: print::rust(&module.file, tokens)?,
            });
        }
    }
    let names = files
        .iter()
        .filter_map(|file| file.path.rsplit('/').next()?.strip_suffix(".rs"));
    let modules = super::declared(names);
    let tokens = quote! {
        //! Constructors, setters and accessors.
        #(mod #modules;)*
    };
    let text = print::rust("", tokens)?;
    files.push(GeneratedFile {
        path: "src/generated/build/mod.rs".to_owned(),
        text,
    });
    Ok(files)
}

/// The file of a module, if any of its types has something to build or to ask.
fn file(model: &Model, module: &Module) -> Option<TokenStream> {
    let mut imports = Imports::new(model);
    let mut impls: Vec<_> = module
        .types
        .iter()
        .filter_map(|def| {
            let name = &def.name;
            let members = match &def.kind {
                Kind::Object(object) => self::object(object, &mut imports),
                Kind::Union(union) => self::union(model, union, &mut imports)?,
                Kind::Enum(_) | Kind::Text(_) => return None,
            };
            imports.name(name);
            let unknown = unknown(def, &mut imports);
            Some(quote! {
                impl #name {
                    #members
                }
                #unknown
            })
        })
        .collect();
    impls.extend(module.operations.iter().map(|operation| {
        let name = &operation.name;
        let members = operations::members(operation, &mut imports);
        imports.name(name);
        quote! {
            impl #name {
                #members
            }
        }
    }));
    if impls.is_empty() {
        return None;
    }
    let about = format!(
        " Constructors, setters and accessors of [`crate::{}`].",
        module.name
    );
    let imports = imports.declarations(None);
    Some(quote! {
        #![doc = #about]
        #imports
        #(#impls)*
    })
}

fn object(object: &Object, imports: &mut Imports<'_>) -> TokenStream {
    let tag = object.tag.as_ref().map(|tag| {
        let name = names::constant(&tag.key);
        let doc = print::doc(&format!("The tag: what `{}` is on the wire.", tag.key));
        let text = &tag.text;
        quote! {
            #doc
            pub const #name: &'static str = #text;
        }
    });
    let new = constructor(object, imports);
    let setters = object
        .fields
        .iter()
        .filter(|field| !field.required)
        .map(|field| setter(field, imports));
    let setters: Vec<_> = setters.collect();
    let extra = extra(imports);
    quote! {
        #tag
        #new
        #(#setters)*
        #extra
    }
}

/// `new` of an object.
fn constructor(object: &Object, imports: &mut Imports<'_>) -> TokenStream {
    let former = object.has_former_tag().then(|| quote!(former_tag: None,));
    let own = quote!(#former extra: Extra::new(),);
    let fields: Vec<_> = object.fields.iter().collect();
    if !object.is_optional() {
        imports.name("Extra");
    }
    new(&fields, &object.required, &own, imports)
}

/// `new`: what is required comes as arguments, in the order of these keys, if any; `own` are the fields that the type has
/// beside those of the schema.
pub(super) fn new(
    fields: &[&Field],
    order: &[String],
    own: &TokenStream,
    imports: &mut Imports<'_>,
) -> TokenStream {
    let mut required: Vec<_> = fields.iter().filter(|field| field.required).collect();
    required.sort_by_key(|field| order.iter().position(|key| *key == field.key));
    if required.is_empty() {
        let doc = print::doc("Creates a value without any field.");
        return quote! {
            #doc
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    let arguments = required.iter().map(|field| {
        let ident = &field.ident;
        let ty = argument(field, imports);
        quote!(#ident: #ty)
    });
    let arguments: Vec<_> = arguments.collect();
    let values = fields.iter().map(|field| {
        let ident = &field.ident;
        let value = converted(field);
        if !field.required {
            quote!(#ident: None)
        } else if value.is_empty() {
            quote!(#ident)
        } else {
            quote!(#ident: #ident #value)
        }
    });
    let optional = if required.len() == fields.len() {
        ""
    } else {
        ", leaving the optional ones absent"
    };
    let doc = print::doc(&format!(
        "Creates a value from its required fields{optional}."
    ));
    quote! {
        #doc
        #[must_use]
        pub fn new(#(#arguments),*) -> Self {
            Self {
                #(#values,)*
                #own
            }
        }
    }
}

pub(super) fn setter(field: &Field, imports: &mut Imports<'_>) -> TokenStream {
    let ident = &field.ident;
    let with = names::setter(&field.key);
    let ty = argument(field, imports);
    let value = converted(field);
    let doc = print::doc(&format!("Sets [`{ident}`](Self::{ident})."));
    quote! {
        #doc
        #[must_use]
        pub fn #with(mut self, #ident: #ty) -> Self {
            self.#ident = Some(#ident #value);
            self
        }
    }
}

/// The type of an argument: what converts into the field's type, where more than that type is likely to be at hand.
fn argument(field: &Field, imports: &mut Imports<'_>) -> TokenStream {
    if let Some(text) = &field.texts {
        imports.ty(text);
        return quote!(impl IntoIterator<Item = impl Into<#text>>);
    }
    imports.ty(&field.ty);
    let ty = &field.ty;
    if converts(field) {
        quote!(impl Into<#ty>)
    } else {
        quote!(#ty)
    }
}

/// What makes the field's value of an argument, behind its name.
fn converted(field: &Field) -> TokenStream {
    if field.texts.is_some() {
        quote!(.into_iter().map(Into::into).collect())
    } else if converts(field) {
        quote!(.into())
    } else {
        TokenStream::new()
    }
}

fn converts(field: &Field) -> bool {
    !field.is_copy() && field.holds != Type::Map
}

fn extra(imports: &mut Imports<'_>) -> TokenStream {
    for name in ["Extra", "String", "Value"] {
        imports.name(name);
    }
    let with = print::doc("Sets a field that the type doesn't declare: see [`Extra::insert`].");
    let get = print::doc("The fields that the type doesn't declare.");
    let get_mut = print::doc("The fields that the type doesn't declare, mutably.");
    quote! {
        #with
        #[must_use]
        pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
            self.extra.insert(key, value);
            self
        }
        #get
        #[must_use]
        pub fn extra(&self) -> &Extra {
            &self.extra
        }
        #get_mut
        pub fn extra_mut(&mut self) -> &mut Extra {
            &mut self.extra
        }
    }
}

/// What the type for unknown kinds offers beside its fields.
fn unknown(def: &TypeDef, imports: &mut Imports<'_>) -> Option<TokenStream> {
    let Kind::Union(Union {
        by: UnionBy::Tag {
            shared, unknown, ..
        },
        ..
    }) = &def.kind
    else {
        return None;
    };
    if shared.is_empty() {
        return None;
    }
    imports.name(unknown);
    let extra = extra(imports);
    Some(quote! {
        impl #unknown {
            #extra
        }
    })
}

/// The accessors of a union told apart by a tag; the others have none.
fn union(model: &Model, union: &Union, imports: &mut Imports<'_>) -> Option<TokenStream> {
    let UnionBy::Tag {
        key,
        tag_field,
        shared,
        nested,
        ..
    } = &union.by
    else {
        return None;
    };
    let unknown = if shared.is_empty() {
        imports.name("Value");
        quote!(value.get(#key).and_then(Value::as_str))
    } else {
        quote!(value.#tag_field.as_deref())
    };
    let tag = tag_accessor(union, key, &unknown, nested.as_ref(), imports);
    let accessors = shared
        .iter()
        .map(|field| accessor(model, union, field, nested.as_ref(), imports));
    let accessors: Vec<_> = accessors.collect();
    let extra = (!shared.is_empty()).then(|| union_extra(union, nested.as_ref(), imports));
    Some(quote! {
        #tag
        #(#accessors)*
        #extra
    })
}

/// What no variant declares, of a union whose unknown kinds have fields of their own.
fn union_extra(
    union: &Union,
    nested: Option<&(Arm, String)>,
    imports: &mut Imports<'_>,
) -> TokenStream {
    imports.name("Extra");
    let arms = union.arms.iter().chain(nested.map(|(arm, _)| arm));
    let variants: Vec<_> = arms.map(|arm| &arm.variant).collect();
    let get = print::doc(
        "The fields that the variant doesn't declare: of `Unknown`, all but the tag and what any kind may have.",
    );
    let get_mut = print::doc("The fields that the variant doesn't declare, mutably.");
    quote! {
        #get
        #[must_use]
        pub fn extra(&self) -> &Extra {
            match self {
                #(Self::#variants(value) => value.extra(),)*
                Self::Unknown(value) => value.extra(),
            }
        }
        #get_mut
        pub fn extra_mut(&mut self) -> &mut Extra {
            match self {
                #(Self::#variants(value) => value.extra_mut(),)*
                Self::Unknown(value) => value.extra_mut(),
            }
        }
    }
}

fn tag_accessor(
    union: &Union,
    key: &str,
    unknown: &TokenStream,
    nested: Option<&(Arm, String)>,
    imports: &mut Imports<'_>,
) -> TokenStream {
    let arms = union.arms.iter().map(|arm| {
        let (variant, ty) = (&arm.variant, &arm.ty);
        let tag = arm.object.as_ref().and_then(|object| object.tag.as_ref());
        let Some(tag) = tag else {
            return quote!(Self::#variant(_) => None);
        };
        imports.ty(ty);
        let constant = names::constant(&tag.key);
        if tag.former.is_empty() {
            quote!(Self::#variant(_) => Some(#ty::#constant))
        } else {
            quote!(Self::#variant(value) => Some(value.former_tag.unwrap_or(#ty::#constant)))
        }
    });
    let arms: Vec<_> = arms.collect();
    let mut text = format!("The tag, `{key}`, as it is written; `None` where the value has none.");
    let mut objects = union.arms.iter().filter_map(|arm| arm.object.as_ref());
    if objects.any(Object::has_former_tag) {
        text.push_str(" Of what came with a former spelling, it is that spelling.");
    }
    let nested = nested.map(|(arm, _)| {
        let (variant, ty) = (&arm.variant, &arm.ty);
        let _ = write!(
            text,
            " Of `{variant}`, it is the tag of the [`{0}`](crate::{0}).",
            quote!(#ty)
        );
        quote!(Self::#variant(value) => value.tag(),)
    });
    let doc = print::doc(&text);
    quote! {
        #doc
        #[must_use]
        pub fn tag(&self) -> Option<&str> {
            match self {
                #(#arms,)*
                #nested
                Self::Unknown(value) => #unknown,
            }
        }
    }
}

fn accessor(
    model: &Model,
    union: &Union,
    field: &Field,
    nested: Option<&(Arm, String)>,
    imports: &mut Imports<'_>,
) -> TokenStream {
    let ident = &field.ident;
    let returned = match &field.holds {
        Type::String => quote!(&str),
        _ if field.is_copy() => {
            let ty = &field.ty;
            quote!(#ty)
        }
        _ => {
            imports.ty(&field.ty);
            let ty = &field.ty;
            quote!(&#ty)
        }
    };
    let optional = match &field.holds {
        Type::String => quote!(value.#ident.as_deref()),
        _ if field.is_copy() => quote!(value.#ident),
        _ => quote!(value.#ident.as_ref()),
    };
    let required = if field.is_copy() {
        quote!(Some(value.#ident))
    } else {
        quote!(Some(&value.#ident))
    };
    let arms = union.arms.iter().map(|arm| {
        let variant = &arm.variant;
        let is_required = arm
            .object
            .iter()
            .flat_map(|object| &object.fields)
            .any(|own| own.key == field.key && own.required);
        let value = if is_required { &required } else { &optional };
        quote!(Self::#variant(value) => #value)
    });
    let mut absent = "if it is absent".to_owned();
    let nested = nested.map(|(arm, _)| {
        let variant = &arm.variant;
        if shares(model, arm, field) {
            quote!(Self::#variant(value) => value.#ident(),)
        } else {
            let _ = write!(absent, ", and of `{variant}`, which has no such field");
            quote!(Self::#variant(_) => None,)
        }
    });
    let doc = print::doc(&format!(
        "`{}`, whatever the kind; `None` {absent}.\n\n{}",
        field.key, field.description
    ));
    quote! {
        #doc
        #[must_use]
        pub fn #ident(&self) -> Option<#returned> {
            match self {
                #(#arms,)*
                #nested
                Self::Unknown(value) => #optional,
            }
        }
    }
}

/// Whether a nested union has the same accessor.
fn shares(model: &Model, arm: &Arm, field: &Field) -> bool {
    let name = arm.holds.reference();
    model
        .modules
        .iter()
        .flat_map(|module| &module.types)
        .filter(|def| name.is_some_and(|name| def.name == name))
        .any(|def| match &def.kind {
            Kind::Union(Union {
                by: UnionBy::Tag { shared, .. },
                ..
            }) => shared
                .iter()
                .any(|other| other.key == field.key && other.ty == field.ty),
            _ => false,
        })
}
