//! Which type each definition of the bundled schema is, for the feature `schemars`.

use quote::quote;

use super::{GeneratedFile, imports::Imports, table::Table};
use crate::{model::Model, print, problem::Problems};

pub(super) fn emit(model: &Model) -> Result<Vec<GeneratedFile>, Problems> {
    let mut imports = Imports::new(model);
    let mut table = Table::new("json_schemas!");
    for module in &model.modules {
        for def in &module.types {
            imports.name(&def.name);
        }
        table.words(module.types.iter().map(|def| def.name.to_string()));
    }
    let imports = imports.declarations(None);
    let head = quote! {
        //! The types that are definitions of [`crate::SCHEMA`].
        use crate::ext::schemars::json_schemas;
        #imports
    };
    let mut text = print::rust("schema/", head)?;
    text.push('\n');
    text.push_str(&table.end());
    Ok(vec![GeneratedFile {
        path: "src/generated/schemars.rs".to_owned(),
        text,
    }])
}
