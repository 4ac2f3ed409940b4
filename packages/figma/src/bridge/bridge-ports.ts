/**
 * Where the bridge listens: on the first of these that is free. The plugin's manifest has to name every address that the plugin may reach, so
 * they are fixed; they lie below the ports that systems give to outgoing connections.
 */
export const bridgePorts: readonly number[] = [18640, 18641, 18642, 18643, 18644, 18645, 18646, 18647, 18648, 18649];
