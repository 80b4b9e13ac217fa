// Names of the two IPC channels between preload and main.

export const callChannel = 'workstation:call';
export const eventChannel = 'workstation:event';
