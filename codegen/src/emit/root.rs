//! The module tree and the names at the crate's root.

use quote::{format_ident, quote};

use super::GeneratedFile;
use crate::{model::Model, print, problem::Problems};

pub(super) fn emit(model: &Model) -> Result<Vec<GeneratedFile>, Problems> {
    let modules = super::declared(model.modules.iter().map(|module| module.name.as_str()));
    let mut exports: Vec<_> = model
        .modules
        .iter()
        .map(|module| {
            let names: Vec<_> = model
                .homes
                .iter()
                .filter(|(_, home)| **home == module.name)
                .map(|(name, _)| format_ident!("{name}"))
                .collect();
            let module = format_ident!("{}", module.name);
            (module.to_string(), quote!(#module::{#(#names),*}))
        })
        .collect();
    exports.sort_by(|a, b| a.0.cmp(&b.0));
    let exports = exports.iter().map(|(_, tokens)| tokens);
    let tokens = quote! {
        //! The types, generated: see the modules of the resources.
        #[cfg(feature = "arbitrary")]
        mod arbitrary;
        mod build;
        #[cfg(feature = "schemars")]
        mod schemars;
        mod wire;
        #(pub mod #modules;)*

        #[doc(no_inline)]
        pub use self::{#(#exports),*};

        #[cfg(feature = "arbitrary")]
        pub(crate) use self::arbitrary::KEYS;
    };
    Ok(vec![GeneratedFile {
        path: "src/generated/mod.rs".to_owned(),
        text: print::rust("", tokens)?,
    }])
}
