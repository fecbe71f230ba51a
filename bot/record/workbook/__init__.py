"""The registry as a workbook: one sheet for each kind of record, in and out."""
