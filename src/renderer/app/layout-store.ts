// Where a person is: room, view, what the side panel shows. Widths and views are remembered by this machine.
import { create } from 'zustand';

export type View = 'chat' | 'ideas' | 'documents' | 'engineering';
export const views: readonly { id: View; title: string }[] = [
  { id: 'chat', title: 'Chat' },
  { id: 'ideas', title: 'Ideas' },
  { id: 'documents', title: 'Documents' },
  { id: 'engineering', title: 'Engineering' },
];

/** What the panel on the right explains. */
export type Side =
  | { readonly panel: 'queue' }
  | { readonly panel: 'connection' }
  | { readonly panel: 'jobs' }
  | { readonly panel: 'notices' }
  | { readonly panel: 'message'; readonly messageId: string }
  | { readonly panel: 'thread'; readonly messageId: string };

export type Dialog = 'new-room' | 'rename-room' | 'import-room' | 'settings' | 'palette' | 'search' | 'help';

interface Layout {
  readonly roomId: string | null;
  readonly view: View;
  readonly side: Side | null;
  readonly dialog: Dialog | null;
  readonly isRoomsShown: boolean;
}

const rememberedRoom = 'workstation.room';
const rememberedView = 'workstation.view';

export const useLayout = create<Layout>(() => ({
  roomId: localStorage.getItem(rememberedRoom),
  view: views.find(({ id }) => id === localStorage.getItem(rememberedView))?.id ?? 'chat',
  side: null,
  dialog: null,
  isRoomsShown: true,
}));

export function showRoom(roomId: string | null): void {
  if (roomId !== null) localStorage.setItem(rememberedRoom, roomId);
  useLayout.setState(({ side }) => ({
    roomId,
    side: side?.panel === 'message' || side?.panel === 'thread' ? null : side,
  }));
}

export function showView(view: View): void {
  localStorage.setItem(rememberedView, view);
  useLayout.setState({ view });
}

/** Opens a panel; the one that is open already closes. */
export function toggleSide(panel: 'queue' | 'connection' | 'jobs' | 'notices'): void {
  useLayout.setState(({ side }) => ({ side: side?.panel === panel ? null : { panel } }));
}

export function showSide(side: Side | null): void {
  useLayout.setState({ side });
}

export function showDialog(dialog: Dialog | null): void {
  useLayout.setState({ dialog });
}

export function toggleRooms(): void {
  useLayout.setState(({ isRoomsShown }) => ({ isRoomsShown: !isRoomsShown }));
}
