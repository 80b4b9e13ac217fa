// Settings, profiles and what this workstation is, as main keeps them.
import { create } from 'zustand';
import type { NewProfile, ProfileView } from '../../../shared/model/profile.ts';
import type { AppInfo, LoggedFrame, Settings } from '../../../shared/model/status.ts';
import type { Failure, Result } from '../../../shared/std/result.ts';
import { call, callOrReport, listen } from '../../platform/bridge.ts';
import { saveAddress } from '../../platform/save-address.ts';

interface SettingsState {
  readonly settings: Settings;
  readonly profiles: readonly ProfileView[];
  readonly info: AppInfo | null;
  readonly frames: readonly LoggedFrame[];
}

export const useSettings = create<SettingsState>(() => ({
  settings: { theme: 'system', lengthUnit: 'mm', density: 'normal' },
  profiles: [],
  info: null,
  frames: [],
}));

/** Loads what is so and keeps it current until the returned function is called. */
export function startSettings(): () => void {
  const stops = [
    listen('settings.changed', (settings) => useSettings.setState({ settings })),
    listen('profiles.changed', (profiles) => useSettings.setState({ profiles })),
    listen('profile.switched', () => void load()),
  ];
  void load();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Saves the diagnostics bundle of this workstation. */
export async function saveDiagnostics(): Promise<void> {
  const bundle = await callOrReport('app.diagnosticsUrl', {});
  if (bundle !== null) saveAddress(bundle.url, bundle.name);
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const settings = await callOrReport('settings.set', change);
  if (settings !== null) useSettings.setState({ settings });
}

/** The profile whose rooms are shown. */
export function activeProfile({ profiles }: Pick<SettingsState, 'profiles'>): ProfileView | null {
  return profiles.find(({ active }) => active) ?? null;
}

export async function addProfile(profile: NewProfile): Promise<Failure | null> {
  return settle(await call('profiles.add', profile));
}

export async function activateProfile(id: string): Promise<Failure | null> {
  return settle(await call('profiles.activate', { id }));
}

export async function signIn(
  id: string,
  credentials: { email: string; password: string },
): Promise<Failure | null> {
  return settle(await call('profiles.signIn', { id, ...credentials }));
}

export async function setToken(id: string, token: string): Promise<Failure | null> {
  return settle(await call('profiles.setToken', { id, token }));
}

export async function signOut(id: string): Promise<Failure | null> {
  return settle(await call('profiles.signOut', { id }));
}

export type ProfileChange = Partial<
  Pick<ProfileView, 'name' | 'userId' | 'tenantId' | 'serverUrl' | 'dialect'>
>;

export async function updateProfile(id: string, change: ProfileChange): Promise<Failure | null> {
  return settle(await call('profiles.update', { id, change }));
}

/** Fetches the frames that were kept raw. */
export async function loadFrames(): Promise<void> {
  const frames = await callOrReport('log.frames', {});
  useSettings.setState({ frames: frames ?? [] });
}

async function settle(answer: Result<ProfileView>): Promise<Failure | null> {
  const profiles = await callOrReport('profiles.list', {});
  if (profiles !== null) useSettings.setState({ profiles });
  return answer.ok ? null : answer.error;
}

async function load(): Promise<void> {
  const [settings, profiles, info] = await Promise.all([
    callOrReport('settings.get', {}),
    callOrReport('profiles.list', {}),
    callOrReport('app.info', {}),
  ]);
  useSettings.setState((now) => ({
    settings: settings ?? now.settings,
    profiles: profiles ?? now.profiles,
    info: info ?? now.info,
  }));
}
