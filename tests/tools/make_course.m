## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## make_course (ROOT, FOLDER): writes the course kits of ROOT/examples/course to the folders teacher
## and student of FOLDER, with the manual's chapter on installation, and the texts as Texinfo for
## makeinfo beside each Markdown file.

function make_course (root, folder)
  teacher = fullfile (folder, "teacher", "nnreg-course");
  student = fullfile (folder, "student", "nnreg-course");
  mkdir (fullfile (folder, "student"));
  mkdir (teacher);
  assert (copyfile (fullfile (root, "examples", "course", "*"), teacher));
  chapter = fullfile (root, "examples", "manual", "10-installation.md");
  assert (copyfile (chapter, fullfile (teacher, "INSTALL.md")));
  texts = {"README.md", "TEACHER.md", "INSTALL.md"};
  for text = texts
    write_page (fullfile (teacher, text{1}));
  end
  addpath (teacher);
  nnreg_course_pack (student);
end

## The title of a chapter becomes that of a page.
function write_page (file)
  text = regexprep (chapter_texinfo (file), '@node [^\n]*\n@chapter ', "@node Top\n@top ");
  text = strrep (strrep (text, "\n@section ", "\n@unnumbered "), "\n@subsection ", "\n@section ");
  title = regexp (text, '(?<=@top )[^\n]*', "match", "once");
  fid = fopen ([file(1:end - 3), ".texi"], "w");
  fprintf (fid, "\\input texinfo\n@documentencoding UTF-8\n@settitle %s\n%s\n@bye\n", title, text);
  fclose (fid);
end
