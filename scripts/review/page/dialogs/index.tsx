/** The windows, by the name that they are opened with. */
import { dialog } from '../parts/dialog.tsx';
import { Bulk } from './bulk.tsx';
import { Help } from './help.tsx';
import { Name } from './name.tsx';
import { Palette } from './palette.tsx';
import { Reject, Waive } from './reason.tsx';
import { Replace } from './replace.tsx';
import { Search } from './search.tsx';

export function Dialogs() {
  const open = dialog.value;
  switch (open?.name) {
    case undefined:
      return null;
    case 'palette':
      return <Palette />;
    case 'help':
      return <Help />;
    case 'replace':
      return <Replace />;
    case 'search':
      return <Search />;
    case 'reject':
      return <Reject />;
    case 'waive':
      return <Waive check={open.about ?? ''} />;
    case 'bulk':
      return <Bulk verb={open.about === 'reject' ? 'reject' : 'approve'} />;
    case 'name':
      return <Name />;
  }
}
