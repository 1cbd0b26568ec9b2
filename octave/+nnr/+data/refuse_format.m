## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.refuse_format (bytes, name)
##
## Refuses the BYTES of a file NAME that is of another kind than a text with a table, by its first
## letters: what a spreadsheet saves, or a web page that was saved in place of the file.

function refuse_format (bytes, name)
  bytes = bytes(1:min (end, 100));
  bytes = bytes(find (bytes > 32, 1):end);
  capital = bytes >= 65 & bytes <= 90;          # A to Z
  bytes(capital) = bytes(capital) + 32;         # lower and strncmpi warn beyond ASCII
  head = char (bytes.');
  page = 'a web page, not the file that it may link to';
  kinds = {"pk\003\004", 'a zip archive, as .xlsx and .ods files are; save the sheet as CSV'; ...
           char([208, 207, 17, 224]), 'a workbook of Excel; save the sheet as CSV'; ...
           "par1\025", 'a Parquet file; save it as CSV'; ...
           '%pdf-', 'a PDF file, not a text with a table'; ...
           '<!doctype html', page; '<html', page}.';
  for kind = kinds
    if (strncmp (head, kind{1}, numel (kind{1})))
      error ('nnreg:badFile', '%s: is %s', name, kind{2});
    end
  end
end

%!error <^a.csv: is a zip archive, as .xlsx and .ods files are; save the sheet as CSV$>
%! nnr.data.refuse_format (uint8 ("PK\003\004...").', "a.csv");
%!error <^a.csv: is a workbook of Excel; save the sheet as CSV$>
%! nnr.data.refuse_format (uint8 ([208; 207; 17; 224; 161]), "a.csv");
%!error <^a.csv: is a web page, not the file that it may link to$>
%! nnr.data.refuse_format (uint8 ("\n <!DOCTYPE html>\n<html>").', "a.csv");
%!test # tables, without any warning
%! lastwarn ("");
%! for text = {"", "P", "PK\n1", "<a>,b\n1,2", "par1,par2\n1,2", "\r\n"}
%!   nnr.data.refuse_format (uint8 (text{1}).', "a.csv");
%! end
%! nnr.data.refuse_format (uint8 ([195; 150; 108; 44; 246; 10]), "a.csv");
%! assert (lastwarn (), "");
