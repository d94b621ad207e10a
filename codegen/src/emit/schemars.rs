//! Which type each definition of the bundled schema is, for the feature `schemars`.

use quote::quote;

use super::{GeneratedFile, imports::Imports, table::Table};
use crate::{model::Model, print, problem::Problems};

pub(super) fn emit(model: &Model) -> Result<Vec<GeneratedFile>, Problems> {
    let mut imports = Imports::new(model);
    let mut table = Table::new("json_schemas!");
    let mut same = Table::new("same_schemas!");
    for module in &model.modules {
        for def in &module.types {
            imports.name(&def.name);
            if let Some(whole) = &def.raw_of {
                same.line(&format!("{} as {whole};", def.name));
            }
        }
        let defined = module.types.iter().filter(|def| def.raw_of.is_none());
        table.words(defined.map(|def| def.name.to_string()));
    }
    let imports = imports.declarations(None);
    let same_macro = (!same.is_empty()).then(|| quote!(, same_schemas));
    let head = quote! {
        //! The types that are definitions of [`crate::SCHEMA`].
        #imports
        use crate::ext::schemars::{json_schemas #same_macro};
    };
    let mut text = print::rust("", head)?;
    text.push('\n');
    text.push_str(&table.end());
    if !same.is_empty() {
        text.push('\n');
        text.push_str(&same.end());
    }
    Ok(vec![GeneratedFile {
        path: "src/generated/schemars.rs".to_owned(),
        text,
    }])
}
