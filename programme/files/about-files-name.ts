/** The name of the action that answers where nothing takes a file; apart, since the action itself is built of requests. */
export const aboutFilesName = 'file.about';
