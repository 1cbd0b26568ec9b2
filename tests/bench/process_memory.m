## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Memory of this process in MB.  "reset" forgets the peak and returns the memory in use,
## "peak" returns the peak since.  NaN if the system does not say.

function mb = process_memory (action)
  fields = struct ('reset', 'VmRSS', 'peak', 'VmHWM');
  mb = NaN;
  if (strcmp (action, 'reset'))
    fid = fopen ('/proc/self/clear_refs', 'w');
    if (fid < 0 || fputs (fid, "5\n") < 0 || fclose (fid) < 0)
      return;
    end
  end
  if (exist ('/proc/self/status', 'file'))
    text = fileread ('/proc/self/status');
    found = regexp (text, [fields.(action) ':\s*(\d+)'], 'tokens', 'once');
    mb = str2double (found{1}) / 1024;
  end
end
