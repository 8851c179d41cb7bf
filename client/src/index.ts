export * from './core.js';
export { Posthouse } from './posthouse.js';
