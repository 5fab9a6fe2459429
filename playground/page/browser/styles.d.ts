/** Style sheets are imported for what they do; the bundler takes care of them. */
declare module '*.css';
