export declare function untilRest(language: string): readonly string[]
